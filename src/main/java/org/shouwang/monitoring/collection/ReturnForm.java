package org.shouwang.monitoring.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Gives a value back to the unit. */
@Schema(name = "IndicatorValueReturnForm")
record ReturnForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @NotBlank @Size(max = 500) @Schema(examples = "分母与教育年报不符，请核对")
        String reason) {}
