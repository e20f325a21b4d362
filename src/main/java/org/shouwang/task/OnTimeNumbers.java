package org.shouwang.task;

import io.vertx.mutiny.sqlclient.Row;

/**
 * How many visits were due in a period, and how many of them were done in time (按期走访, C-W11): tasks of type VISIT whose day is over.
 *
 * @param due without cancelled ones
 * @param onTime of them: done on their due day or before
 */
public record OnTimeNumbers(long due, long onTime) {

    public static final OnTimeNumbers NONE = new OnTimeNumbers(0, 0);

    static OnTimeNumbers of(Row row) {
        return new OnTimeNumbers(row.getLong("due"), row.getLong("on_time"));
    }

    public OnTimeNumbers plus(OnTimeNumbers other) {
        return new OnTimeNumbers(due + other.due, onTime + other.onTime);
    }
}
