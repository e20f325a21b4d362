package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules of cards that are in force. */
record CardRules(List<CardRule> all) {

    CardRules {
        all = List.copyOf(all);
    }

    /** Those that hold for an indicator: its own in place of the general ones. */
    List<CardRule> of(String indicatorCode) {
        List<CardRule> own = all.stream()
                .filter(rule -> indicatorCode.equals(rule.indicatorCode()))
                .toList();
        return all.stream()
                .filter(rule -> rule.indicatorCode() == null)
                .map(general -> own.stream().filter(general::isLike).findFirst().orElse(general))
                .filter(rule -> rule.threshold() != null)
                .toList();
    }

    /** The gravest of them that is met; where several are, the one whose condition stands first. */
    Optional<CardRule> gravest(String indicatorCode, Predicate<CardRule> met) {
        return of(indicatorCode).stream()
                .filter(met)
                .min(Comparator.comparing(CardRule::colour).reversed().thenComparing(CardRule::condition));
    }

    /** After how many days nothing more follows from a missing value; null where no rule asks for one. */
    @Nullable
    BigDecimal lastDay() {
        return all.stream()
                .filter(rule -> rule.condition() == CardCondition.NOT_SUBMITTED && rule.threshold() != null)
                .map(CardRule::threshold)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
