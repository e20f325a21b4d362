package org.shouwang.sync.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that a worker did on a phone. */
@Schema(name = "Operation")
record OperationForm(
        @NotNull @Schema(description = "Made by the phone; together with the worker it is done once")
        UUID id,

        @NotBlank @Size(max = 60) @Schema(examples = "visit.record")
        String type,

        @NotNull @Schema(description = "The phone's own time when it was done")
        Instant at,

        @Schema(
                description =
                        "Milliseconds from the phone's time to the server's, as measured at the last contact and kept"
                                + " right by a monotonic clock; left out when the phone cannot know it")
        @Nullable
        Long serverTimeOffset,

        @NotNull @Schema(description = "Who did it; another worker's operations wait for that worker's sign-in")
        UUID workerId,

        @Schema(description = "Under which of the worker's posts; needed only with several") @Nullable
        UUID appointmentId,

        @Schema(
                description =
                        "An operation of the same worker that was not accepted, and that this one corrects: once this one is"
                                + " accepted, that one is settled. What cannot be corrected any more changes nothing")
        @Nullable
        UUID corrects,

        @NotNull
        @Schema(
                type = SchemaType.OBJECT,
                description = "As mobile-contract/schemas/operations says for the type, at most 64 KB")
        ObjectNode body) {

    /** The same with another body. */
    OperationForm with(ObjectNode corrected) {
        return new OperationForm(id, type, at, serverTimeOffset, workerId, appointmentId, corrects, corrected);
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}
