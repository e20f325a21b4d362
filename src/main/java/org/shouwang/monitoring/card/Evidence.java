package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.card.Finding.Judged;
import org.shouwang.monitoring.catalogue.Indicator;

/**
 * What is known of an indicator in a place for a period.
 *
 * @param year what the year asks for; empty where nothing can be assessed
 * @param last what is asked for in the end
 * @param soft 原则上
 * @param compared the value, of small numbers the value of three years; null where there is none
 * @param small whether the figures are too small for a card
 * @param quarters values of this quarter and of those before it, the newest first, as far back as none is missing
 * @param yellowBefore how many quarters in a row were yellow before this one
 */
record Evidence(
        Indicator indicator,
        Optional<YearTarget> year,
        Optional<YearTarget> last,
        boolean soft,
        @Nullable BigDecimal compared,
        boolean small,
        List<BigDecimal> quarters,
        int yellowBefore) {

    Evidence {
        quarters = List.copyOf(quarters);
    }

    /** How many quarters in a row, this one included, were worse than the one before. */
    int worseInARow() {
        int worse = 0;
        while (worse + 1 < quarters.size()
                && indicator.direction().isWorse(quarters.get(worse), quarters.get(worse + 1))) {
            worse++;
        }
        return worse;
    }

    /** The figures that are held against what the year asks for; empty where one of them is missing. */
    Optional<Judged> judged() {
        return compared == null
                ? Optional.empty()
                : year.map(target ->
                        new Judged(compared, small, target, target.gap(compared).orElse(null)));
    }
}
