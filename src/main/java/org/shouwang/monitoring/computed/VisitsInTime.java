package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.task.TaskCounts;

/** Visits done by their due day (重点儿童按期走访率), as the overview counts them: of areas, never of persons (L28). */
@Singleton
class VisitsInTime implements Formula {

    private final TaskCounts tasks;
    private final Clock clock;

    VisitsInTime(TaskCounts tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "visits-in-time";
    }

    @Override
    public Uni<Map<AreaCode, Count>> count(Ground ground, Span span) {
        return tasks.onTime(ground.ranges(), span.from(), span.on(), clock.instant())
                .map(found -> found.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                one -> new Count(
                                        one.getValue().onTime(), one.getValue().due()))));
    }
}
