package org.shouwang.task;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many children a visit was due for in a period, and how many of them nobody came to. */
@Schema(
        name = "AwaitedNumbers",
        description =
                "Children (人), each once, with a file that is open now, for whom a task asked for a home visit: due on"
                        + " the last day of the period or before, and not done when the period began. Where the task is about a"
                        + " household, all its children. A task about a visit is due until its last day is over, so in a period"
                        + " that is not over there may still be time")
public record AwaitedNumbers(
        long children,

        @Schema(
                description = "Of them: those whom no home visit of the period met. The caregiver's word does not count"
                        + " here, though below level HIGH it settles the task")
        long notMet,

        @Schema(
                description = "Of them: those to whom nobody came in the period: no home visit that names the child met"
                        + " the child or the caregiver")
        long notVisited) {

    public static final AwaitedNumbers NONE = new AwaitedNumbers(0, 0, 0);

    static AwaitedNumbers of(Row row) {
        return new AwaitedNumbers(row.getLong("children"), row.getLong("not_met"), row.getLong("not_visited"));
    }

    public AwaitedNumbers plus(AwaitedNumbers other) {
        return new AwaitedNumbers(children + other.children, notMet + other.notMet, notVisited + other.notVisited);
    }
}
