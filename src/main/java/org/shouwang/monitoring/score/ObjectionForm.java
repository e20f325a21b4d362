package org.shouwang.monitoring.score;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a unit says against its score (申诉). */
@Schema(name = "ScoreObjectionForm")
record ObjectionForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @NotNull UUID unitId,

        @NotBlank @Size(max = 2000) @Schema(examples = "第二季度数据已按时报送，系统故障导致延迟")
        String words) {}
