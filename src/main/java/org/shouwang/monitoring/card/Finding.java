package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A card that the rules ask for, and why. */
record Finding(CardRule rule, Reason reason, Optional<Judged> judged) {

    /**
     * The figures on which a rule went.
     *
     * @param compared the exact value, of small numbers that of three years
     * @param gap as a part of the target; null where that is nought
     */
    record Judged(
            BigDecimal compared,
            boolean small,
            YearTarget target,
            @Nullable BigDecimal gap) {}

    CardColour colour() {
        return rule.colour();
    }
}
