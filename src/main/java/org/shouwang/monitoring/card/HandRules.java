package org.shouwang.monitoring.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.platform.problem.Violation;

/** When a card may be given by hand: also where no rule may give one, as of small numbers (indicators.md, sections 3 and 5). */
final class HandRules {

    private HandRules() {}

    /** @param soft 原则上: yellow at most, by hand too */
    static List<Violation> check(
            Responsibility line,
            Optional<CollectionPeriod> period,
            Indicator indicator,
            boolean soft,
            CardColour colour,
            LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (!line.isLead()) {
            found.add(Violation.of("responsibilityId", "card-of-lead"));
        }
        if (period.filter(one -> one.isFor(line) && one.isFor(indicator)).isEmpty()) {
            found.add(Violation.of("periodId", "card-period-of-line"));
        } else if (today.isBefore(period.get().openOn())) {
            found.add(Violation.of("periodId", "card-period-begun"));
        }
        if (soft && colour == CardColour.RED) {
            found.add(Violation.of("colour", "card-soft-yellow"));
        }
        return found;
    }

    /** What stands against it among the cards of the line and period: a proposal is decided on first, and one as grave is out. */
    static Optional<Violation> beside(List<Card> all, CardColour colour) {
        if (all.stream().anyMatch(card -> card.status() == CardStatus.PROPOSED)) {
            return Optional.of(Violation.of("periodId", "card-proposed"));
        }
        return all.stream()
                        .anyMatch(card -> card.status().isOut() && card.colour().compareTo(colour) >= 0)
                ? Optional.of(Violation.of("periodId", "card-out"))
                : Optional.empty();
    }
}
