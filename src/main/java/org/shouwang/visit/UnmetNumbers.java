package org.shouwang.visit;

import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many children nobody has met, as of now. */
@Schema(
        name = "UnmetNumbers",
        description =
                "Children (人) with an ACTIVE file, as of now, whom no home visit has met. The caregiver's word does not"
                        + " count here")
public record UnmetNumbers(
        @Schema(description = "Never, however new the file is")
        long never,

        @Schema(
                description =
                        "Met once, but longer ago than the follow-up policy of the place allows at the child's level")
        long tooLongAgo) {

    public static final UnmetNumbers NONE = new UnmetNumbers(0, 0);

    static UnmetNumbers of(Row row) {
        return new UnmetNumbers(row.getLong("never"), row.getLong("too_long_ago"));
    }

    public UnmetNumbers plus(UnmetNumbers other) {
        return new UnmetNumbers(never + other.never, tooLongAgo + other.tooLongAgo);
    }
}
