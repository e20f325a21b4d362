package org.shouwang.sync.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.ProblemDocument;

@Schema(name = "OperationResults", description = "One result for each operation, in the order in which they were sent")
record ResultsView(Instant receivedAt, List<OperationResult> results) {

    @Schema(name = "OperationResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OperationResult(
            @Schema(description = "Absent when the operation's own id could not be read") @Nullable
            UUID id,

            Outcome outcome,

            @Schema(description = "The record that it made or changed") @Nullable
            Reference record,

            @Schema(
                    type = SchemaType.OBJECT,
                    description = "Fields in conflict, each with the server's value and yours",
                    examples = "{\"livingStatus\": {\"server\": \"WITH_MOTHER\", \"yours\": \"WITH_GRANDPARENTS\"}}")
            @Nullable
            ObjectNode conflict,

            @Nullable ProblemDocument problem,

            @Schema(description = "The operation that must be accepted first") @Nullable
            UUID waitsFor,

            @Schema(description = "With RETRY: seconds until it may be sent again") @Nullable
            Integer retryAfterSeconds) {

        @Override
        public String toString() {
            return id + " " + outcome;
        }
    }

    @Schema(name = "RecordReference")
    record Reference(
            @Schema(examples = "visit") String kind,
            UUID id,
            @Nullable Integer version) {}
}
