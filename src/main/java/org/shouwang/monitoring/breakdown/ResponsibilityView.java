package org.shouwang.monitoring.breakdown;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;

@Schema(name = "Responsibility", description = "A line of the book of responsibilities (目标责任分解书)")
record ResponsibilityView(
        UUID id,
        int version,
        AreaCode areaCode,
        int year,
        String indicatorCode,
        UUID unitId,
        String unitName,
        ResponsibilityRole role,

        @Schema(description = "What the unit is to reach in the year; absent: what the area asks for") @Nullable
        BigDecimal targetValue,

        @Schema(description = "Whether the figures of a quarter count from 1 January")
        boolean cumulative,

        String docNo,
        LocalDate issuedOn,
        @Nullable String measures,

        @Schema(description = "认领: when the unit said that it answers for it") @Nullable
        Instant claimedAt,

        @Schema(description = "What the unit said it would do") @Nullable
        String claimedMeasures,

        @Schema(description = "The book with seal and signature") @Nullable
        UUID signedFileId,

        @Schema(description = "Issued by mistake: it does not count") @Nullable
        Instant withdrawnAt,

        @Nullable String withdrawalReason)
        implements Answers.Versioned {

    static ResponsibilityView of(Responsibility stored) {
        return new ResponsibilityView(
                stored.id(),
                stored.version(),
                stored.area(),
                stored.year(),
                stored.indicatorCode(),
                stored.unitId(),
                stored.unitName(),
                stored.role(),
                stored.targetValue(),
                stored.cumulative(),
                stored.docNo(),
                stored.issuedOn(),
                stored.measures(),
                stored.claimedAt(),
                stored.claimedMeasures(),
                stored.signedFileId(),
                stored.withdrawnAt(),
                stored.withdrawalReason());
    }
}
