package org.shouwang.overview;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.activity.ActivityNumbers;
import org.shouwang.register.child.ChildNumbers;
import org.shouwang.task.AwaitedNumbers;
import org.shouwang.task.TaskNumbers;
import org.shouwang.visit.VisitNumbers;

@Schema(
        name = "OverviewNumbers",
        description = "The numbers of an area; those of areas beside each other may be added up")
record AreaNumbers(
        ChildNumbers children,
        VisitNumbers visits,
        AwaitedNumbers visitsDue,
        TaskNumbers tasks,
        ActivityNumbers activities) {

    static final AreaNumbers NONE = new AreaNumbers(
            ChildNumbers.NONE, VisitNumbers.NONE, AwaitedNumbers.NONE, TaskNumbers.NONE, ActivityNumbers.NONE);

    AreaNumbers plus(AreaNumbers other) {
        return new AreaNumbers(
                children.plus(other.children),
                visits.plus(other.visits),
                visitsDue.plus(other.visitsDue),
                tasks.plus(other.tasks),
                activities.plus(other.activities));
    }
}
