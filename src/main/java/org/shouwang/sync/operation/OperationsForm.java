package org.shouwang.sync.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a phone sends at once, oldest first. One that cannot be read spoils no other. */
@Schema(name = "Operations")
record OperationsForm(
        @Nullable UUID deviceId,

        @Schema(description = "The phone's own time") @Nullable
        Instant sentAt,

        @Schema(
                description =
                        "What the phone has to send still when this batch is done; leave it out where it is not known")
        @Valid
        @Nullable
        Waiting waiting,

        @NotNull
        @Schema(
                type = SchemaType.ARRAY,
                implementation = OperationForm.class,
                description = "At most 200; more is 413: halve the batch")
        ArrayNode operations) {

    /** Operations that wait on a phone. */
    @Schema(name = "WaitingOperations")
    record Waiting(
            @NotNull @Min(0) @Max(1_000_000) Integer count,

            @Schema(
                    description =
                            "The phone's own time when the oldest of them was done; without it they wait since now")
            @Nullable
            Instant since) {}

    /** Also asked of a form whose operations are missing, before that is refused. */
    @Override
    public String toString() {
        return "***";
    }
}
