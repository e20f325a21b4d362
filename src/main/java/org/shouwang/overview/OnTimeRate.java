package org.shouwang.overview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.task.OnTimeNumbers;

/**
 * The share of visits that were done in time (按期走访率, indicator C-W11). It is of townships and above: of a single village it would
 * be of the one person who visits there (L28), and of a handful of visits it would say nothing.
 */
@Schema(
        name = "OnTimeRate",
        description =
                "Of the visits (tasks of type VISIT) that were due on a day of the period that is over now, how many were done"
                        + " on their due day or before; cancelled ones do not count")
record OnTimeRate(
        @Schema(description = "Denominator; absent when withheld") @Nullable
        Long due,

        @Schema(description = "Numerator; absent when withheld") @Nullable
        Long onTime,

        @Schema(
                description = "In percent, two decimals; absent when nothing was due or when withheld",
                examples = "96.43")
        @Nullable
        BigDecimal percent,

        @Schema(
                description =
                        "Whether there are figures that are not shown: fewer than five visits were due, or only one village is"
                                + " run here")
        boolean withheld) {

    private static final int FEW = 5;
    private static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param villages that are counted together */
    static OnTimeRate of(OnTimeNumbers numbers, long villages) {
        if (numbers.due() == 0) {
            return new OnTimeRate(0L, 0L, null, false);
        }
        if (numbers.due() < FEW || villages < 2) {
            return new OnTimeRate(null, null, null, true);
        }
        BigDecimal percent = BigDecimal.valueOf(numbers.onTime())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(numbers.due()), DECIMALS, RoundingMode.HALF_UP);
        return new OnTimeRate(numbers.due(), numbers.onTime(), percent, false);
    }
}
