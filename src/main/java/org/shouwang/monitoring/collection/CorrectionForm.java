package org.shouwang.monitoring.collection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Other figures for a value that was published: a new version with its reason. */
@Schema(name = "IndicatorValueCorrectionForm")
record CorrectionForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @NotBlank @Size(max = 500) @Schema(examples = "年报核定数与季报不一致")
        String reason,

        @NotNull @Valid Figures figures) {}
