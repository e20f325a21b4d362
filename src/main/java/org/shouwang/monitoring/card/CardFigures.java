package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figures on which a card went.
 *
 * @param version of the value
 * @param value what was compared, as the indicator is shown; of small numbers that of three years
 * @param target what the year asks for, such as {@code ≥ 85}
 * @param gapPercent in per cent of the target; null where that is nought
 */
public record CardFigures(
        int version,
        BigDecimal value,
        String target,
        @Nullable BigDecimal gapPercent) {}
