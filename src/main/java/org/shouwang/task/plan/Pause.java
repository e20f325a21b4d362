package org.shouwang.task.plan;

import java.time.LocalDate;

/**
 * Days on which nothing is due (暂缓走访), the first and the last included.
 */
public record Pause(LocalDate from, LocalDate until) {

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
