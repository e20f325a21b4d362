package org.shouwang.monitoring.breakdown;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A unit says that it answers for an indicator (认领). */
@Schema(name = "ResponsibilityClaimForm")
record ClaimForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @Size(max = 1000) @Schema(description = "What the unit will do", examples = "新增公办园学位600个") @Nullable
        String measures,

        @Schema(description = "A complete evidence file of the unit: the book with seal and signature") @Nullable
        UUID signedFileId) {}
