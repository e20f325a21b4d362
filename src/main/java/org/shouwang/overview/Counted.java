package org.shouwang.overview;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.activity.ActivityNumbers;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.child.ChildNumbers;
import org.shouwang.task.AwaitedNumbers;
import org.shouwang.task.OnTimeNumbers;
import org.shouwang.task.TaskNumbers;
import org.shouwang.visit.UnmetNumbers;
import org.shouwang.visit.VisitNumbers;

/**
 * What the rooms counted, by the code under which each record stands.
 *
 * @param unmet null where there are too many children to look at the visits of each
 */
record Counted(
        Map<AreaCode, ChildNumbers> children,
        Map<AreaCode, VisitNumbers> visits,
        Map<AreaCode, AwaitedNumbers> visitsDue,
        Map<AreaCode, TaskNumbers> tasks,
        Map<AreaCode, ActivityNumbers> activities,
        Map<AreaCode, OnTimeNumbers> onTime,
        @Nullable Map<AreaCode, UnmetNumbers> unmet) {

    /** All codes under which anything was counted. */
    Set<AreaCode> codes() {
        return Stream.of(children, visits, visitsDue, tasks, activities, onTime)
                .flatMap(numbers -> numbers.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Tally at(AreaCode code) {
        Map<AreaCode, UnmetNumbers> met = unmet;
        AreaNumbers numbers = new AreaNumbers(
                children.getOrDefault(code, ChildNumbers.NONE),
                visits.getOrDefault(code, VisitNumbers.NONE),
                visitsDue.getOrDefault(code, AwaitedNumbers.NONE),
                tasks.getOrDefault(code, TaskNumbers.NONE),
                activities.getOrDefault(code, ActivityNumbers.NONE));
        return new Tally(
                numbers,
                onTime.getOrDefault(code, OnTimeNumbers.NONE),
                met == null ? null : met.getOrDefault(code, UnmetNumbers.NONE));
    }
}
