package org.shouwang.monitoring.collection;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a unit reports of an indicator, and who stands for it.
 *
 * @param attestedBy a person: class P
 */
@Schema(name = "IndicatorFigures")
public record Figures(
        @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 4)
        BigDecimal numerator,

        @PositiveOrZero @Digits(integer = 12, fraction = 4) @Schema(description = "Absent for a count") @Nullable
        BigDecimal denominator,

        @NotNull @Schema(description = "Whether the official figure is still to come; always so in a quarter")
        Boolean provisional,

        @NotBlank @Size(max = 200) @Schema(examples = "教育事业统计年报")
        String source,

        @Size(max = 500) @Schema(description = "How it was estimated, where it was not counted") @Nullable
        String estimateMethod,

        @Size(max = 200) @Schema(description = "Where the evidence is kept", examples = "陈教统〔2026〕7号") @Nullable
        String evidence,

        @NotBlank @Size(max = 50) @Schema(description = "Who stands for the figures being true and exact (保证数据真实、准确)")
        String attestedBy,

        @Size(max = 20)
        @Schema(description = "Complete evidence files of the unit (佐证材料), each once; kept with each version")
        @Nullable
        List<@NotNull UUID> evidenceFileIds) {

    @Override
    public String toString() {
        return "***";
    }
}
