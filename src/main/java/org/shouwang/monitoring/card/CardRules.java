package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    /** Whether anything may follow from a value that is so many days late. */
    boolean anyMissing(long daysLate) {
        return daysOfMissing().anyMatch(days -> days.compareTo(BigDecimal.valueOf(daysLate)) <= 0);
    }

    /** When something more may follow from a missing value; null when nothing does any more. */
    @Nullable
    LocalDate nextLook(LocalDate due, LocalDate today) {
        return daysOfMissing()
                .map(days -> due.plusDays(days.setScale(0, RoundingMode.CEILING).longValueExact()))
                .filter(day -> day.isAfter(today))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Stream<BigDecimal> daysOfMissing() {
        return all.stream()
                .filter(rule -> rule.condition() == CardCondition.NOT_SUBMITTED)
                .flatMap(rule -> Stream.ofNullable(rule.threshold()));
    }
}
