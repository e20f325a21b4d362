package org.shouwang.register.child;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many children there are, as of now. */
@Schema(
        name = "ChildNumbers",
        description = "Children as of now, not of the period. Where a child lives now is where it counts")
public record ChildNumbers(
        @Schema(description = "Files that are ACTIVE; the five levels add up to it")
        long active,

        long critical,
        long high,
        long medium,
        long low,
        long normal,

        @Schema(
                description = "Files that are TRANSFER_PENDING: asked for by another village and not answered yet. They"
                        + " count here, and not in `active`")
        long transferPending) {

    public static final ChildNumbers NONE = new ChildNumbers(0, 0, 0, 0, 0, 0, 0);

    static ChildNumbers of(Row row) {
        return new ChildNumbers(
                row.getLong("active"),
                row.getLong("critical"),
                row.getLong("high"),
                row.getLong("medium"),
                row.getLong("low"),
                row.getLong("normal"),
                row.getLong("transfer_pending"));
    }

    public ChildNumbers plus(ChildNumbers other) {
        return new ChildNumbers(
                active + other.active,
                critical + other.critical,
                high + other.high,
                medium + other.medium,
                low + other.low,
                normal + other.normal,
                transferPending + other.transferPending);
    }
}
