package org.shouwang.policy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes back a version that has not begun. */
@Schema(name = "PolicyWithdrawalForm")
record WithdrawalForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @NotBlank @Size(max = 200) @Schema(examples = "文件未通过审核")
        String reason) {}
