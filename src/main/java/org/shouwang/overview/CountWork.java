package org.shouwang.overview;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.shouwang.activity.ActivityCounts;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Period;
import org.shouwang.register.child.ChildCounts;
import org.shouwang.task.TaskCounts;
import org.shouwang.visit.VisitCounts;

/** Asks each room once, one after the other: an overview holds one connection at a time. */
@Singleton
class CountWork {

    private final ChildCounts children;
    private final VisitCounts visits;
    private final TaskCounts tasks;
    private final ActivityCounts activities;

    CountWork(ChildCounts children, VisitCounts visits, TaskCounts tasks, ActivityCounts activities) {
        this.children = children;
        this.visits = visits;
        this.tasks = tasks;
        this.activities = activities;
    }

    Uni<Counted> of(AreaRanges scope, Period period, Instant now) {
        return children.of(scope).chain(files -> visits.of(scope, period.begins(), period.ends())
                .chain(made -> tasks.awaited(scope, period.from(), period.to())
                        .chain(due -> tasks.of(scope, period.from(), period.to(), now)
                                .chain(work -> activities
                                        .of(scope, period.begins(), period.ends())
                                        .map(held -> new Counted(files, made, due, work, held))))));
    }
}
