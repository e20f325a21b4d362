package org.shouwang.monitoring.breakdown;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes back a line that was issued by mistake. */
@Schema(name = "ResponsibilityWithdrawalForm")
record WithdrawalForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @NotBlank @Size(max = 200) @Schema(examples = "牵头单位有误")
        String reason) {}
