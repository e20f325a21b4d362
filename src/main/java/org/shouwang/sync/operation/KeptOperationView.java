package org.shouwang.sync.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.ProblemDocument;
import org.shouwang.sync.operation.PhoneOperation.Settlement;
import org.shouwang.sync.operation.ResultsView.Reference;

@Schema(
        name = "KeptOperation",
        description = "An operation that was not accepted at once (未通过), and how it was settled")
record KeptOperationView(
        UUID workerId,
        UUID id,
        int version,

        @Schema(examples = "visit.record") String type,

        Outcome outcome,
        @Schema(description = "The phone's own time") Instant at,

        @Schema(
                description =
                        "Milliseconds from the phone's time to the server's. Moments in `body` are the phone's too, also in one that"
                                + " is accepted instead: take this from a moment of the server's")
        @Nullable
        Long serverTimeOffset,

        Instant receivedAt,

        @Schema(description = "The record that it made or changed, once it is done") @Nullable
        Reference record,

        @Nullable ProblemDocument problem,
        @Nullable UUID waitsFor,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Fields in conflict; only for its author and whoever may settle it")
        @Nullable
        ObjectNode conflict,

        @Schema(
                type = SchemaType.OBJECT,
                description =
                        "What the phone sent; only for its author and whoever may settle it, until it is accepted")
        @Nullable
        ObjectNode body,

        @Nullable Settlement settledAs,
        @Nullable Instant settledAt,

        @Schema(description = "Why it was dismissed; only for its author and whoever may settle it") @Nullable
        String reason)
        implements Answers.Versioned {

    @Override
    public String toString() {
        return "***";
    }
}
