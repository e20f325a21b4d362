package org.shouwang.sync;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Validated where it arrives: nothing of it is null after that. */
@Schema(name = "RecordsForm", description = "Records that a phone wants once more")
record RecordsForm(
        @NotNull @Schema(examples = "child") String kind,

        @NotEmpty @Size(max = 200) List<@NotNull UUID> ids) {}
