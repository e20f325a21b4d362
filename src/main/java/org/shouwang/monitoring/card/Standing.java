package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.collection.PastValue;

/**
 * Where an indicator stands in a place by what was published for a period.
 *
 * @param line under which a unit leads; null where none does
 * @param published for the period; empty where nothing is
 * @param compared what was judged, exactly: of small numbers the value of three years; null where there is none
 * @param small whether the figures are too small for a card
 * @param yearTarget what the year asks for in words; null where nothing can be assessed
 * @param gap as a part of the target, 0 or less where it is reached; null where none can be told
 * @param progress how much of the way from the baseline has been gone; null where there is no way
 * @param worseInARow quarters in a row that were worse than the one before
 * @param before the exact value of the quarter before, of a year that of the year before; null where there is none or it is small
 * @param worsening whether it is worse than before
 */
public record Standing(
        Indicator indicator,
        @Nullable Responsibility line,
        StatusClass status,
        Optional<PastValue> published,
        @Nullable BigDecimal compared,
        boolean small,
        @Nullable String yearTarget,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal progress,
        int worseInARow,
        @Nullable BigDecimal before,
        boolean worsening) {}
