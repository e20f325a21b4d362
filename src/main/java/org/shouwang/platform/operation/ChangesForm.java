package org.shouwang.platform.operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Fields of a record that were changed offline. */
@Schema(name = "RecordChanges")
public record ChangesForm(
        @NotNull @Schema(description = "The record's version when the phone last saw it")
        Integer baseVersion,

        @NotNull @Size(min = 1, max = 50) @Schema(description = "By the names of the fields of the record's PATCH")
        Map<String, @NotNull @Valid FieldChange> changes) {

    @Override
    public String toString() {
        return "***";
    }
}
