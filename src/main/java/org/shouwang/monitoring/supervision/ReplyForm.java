package org.shouwang.monitoring.supervision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer of a unit to a letter. */
@Schema(name = "SupervisionReplyForm")
record ReplyForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @NotBlank @Size(max = 4000) @Schema(examples = "已新增公办园学位200个，整改方案已报备案")
        String replyText,

        @Size(max = 20) @Schema(description = "Complete evidence files of the unit (佐证材料), each once") @Nullable
        List<@NotNull UUID> replyFileIds) {}
