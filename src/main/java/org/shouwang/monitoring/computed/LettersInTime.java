package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.task.TaskCounts;

/** Visits asked for by warning letters, done by their due day (告诫书查访完成率; 反家庭暴力法 art. 17). */
@Singleton
class LettersInTime implements Formula {

    private final TaskCounts tasks;
    private final Clock clock;

    LettersInTime(TaskCounts tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "letters-in-time";
    }

    @Override
    public Uni<Map<AreaCode, Count>> count(Ground ground, Span span) {
        return tasks.lettersOnTime(ground.ranges(), span.from(), span.on(), clock.instant())
                .map(found -> found.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                one -> new Count(
                                        one.getValue().onTime(), one.getValue().due()))));
    }
}
