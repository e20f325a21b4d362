package org.shouwang.monitoring.supervision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Gives a plan back, or records that a unit was held to account. */
@Schema(name = "SupervisionReasonForm")
record ReasonForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @NotBlank @Size(max = 1000) @Schema(examples = "缺少时间节点的量化目标")
        String reason) {}
