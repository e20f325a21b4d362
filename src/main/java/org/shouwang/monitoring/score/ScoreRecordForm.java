package org.shouwang.monitoring.score;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** A commendation or an interview of a unit. */
@Schema(name = "ScoreRecordForm")
record ScoreRecordForm(
        @NotNull ScoreRecordKind kind,

        @NotNull @Schema(description = "Whose office commends or asks")
        AreaCode areaCode,

        @NotNull UUID unitId,

        @NotNull @Min(2021) @Max(2100) @Schema(examples = "2026")
        Integer year,

        @NotBlank @Size(max = 500) @Schema(examples = "督办函逾期未答复")
        String reason,

        @NotNull LocalDate heldOn,

        @Size(min = 1, max = 60) @Schema(examples = "妇儿工委〔2026〕12号") @Nullable
        String docNo,

        @Size(min = 1, max = 2000)
        @Schema(description = "What was agreed; of an interview, where it is needed", examples = "两周内提交整改方案")
        @Nullable
        String agreed,

        @Schema(description = "The letter that was not answered, of an interview about it") @Nullable
        UUID letterId) {}
