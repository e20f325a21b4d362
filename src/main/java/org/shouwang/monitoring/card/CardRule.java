package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule of cards (亮牌规则).
 *
 * @param indicatorCode whose rule it is, in place of the general one of its colour and condition; null for all
 * @param threshold null where it is switched off for the indicator
 */
record CardRule(
        UUID id,
        String code,
        @Nullable String indicatorCode,
        CardColour colour,
        CardCondition condition,
        @Nullable BigDecimal threshold) {

    boolean isLike(CardRule other) {
        return colour == other.colour && condition == other.condition;
    }
}
