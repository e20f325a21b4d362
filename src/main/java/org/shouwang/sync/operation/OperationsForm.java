package org.shouwang.sync.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
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

        @NotNull
        @Schema(
                type = SchemaType.ARRAY,
                implementation = OperationForm.class,
                description = "At most 200; more is 413: halve the batch")
        ArrayNode operations) {

    /** Also asked of a form whose operations are missing, before that is refused. */
    @Override
    public String toString() {
        return "***";
    }
}
