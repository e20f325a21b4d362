package org.shouwang.platform.operation;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A field that was changed offline. */
@Schema(name = "FieldChange")
public record FieldChange(
        @Schema(description = "What the phone held before; absent and null are the same") @Nullable
        JsonNode from,

        @Schema(description = "What it is to be") @Nullable JsonNode to) {

    @Override
    public String toString() {
        return "***";
    }
}
