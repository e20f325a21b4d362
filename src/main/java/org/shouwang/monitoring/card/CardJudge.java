package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.shouwang.monitoring.card.Finding.Judged;
import org.shouwang.monitoring.catalogue.Direction;
import org.shouwang.monitoring.catalogue.Indicator;

/** Which card, and which status, follows from what is known of an indicator: the rules of the reference, with thresholds as data. */
final class CardJudge {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CardRules rules;

    CardJudge(CardRules rules) {
        this.rules = rules;
    }

    /** The card to propose: none from small numbers, which a person has to weigh. */
    Optional<Finding> card(Evidence evidence) {
        return evidence.small() ? Optional.empty() : found(evidence);
    }

    /** A worsening alone takes nobody back who has reached what is asked for in the end; the alarm is the card. */
    StatusClass status(Evidence evidence) {
        if (evidence.year().isEmpty() || evidence.last().isEmpty()) {
            return StatusClass.NEUTRAL;
        }
        BigDecimal compared = evidence.compared();
        if (compared == null) {
            return StatusClass.NO_DATA;
        }
        if (evidence.last().get().isMet(compared) && evidence.year().get().isMet(compared)) {
            return StatusClass.MET;
        }
        return found(evidence)
                .map(finding -> finding.colour() == CardColour.RED ? StatusClass.OFF_TRACK : StatusClass.AT_RISK)
                .orElse(StatusClass.ON_TRACK);
    }

    /**
     * The card for a value that is not there; small numbers are no excuse for it.
     *
     * @param assessed whether anything could follow from the value
     */
    Optional<Finding> missing(Indicator indicator, boolean assessed, boolean soft, LocalDate due, LocalDate today) {
        BigDecimal late = BigDecimal.valueOf(ChronoUnit.DAYS.between(due, today));
        return !assessed || indicator.direction() == Direction.NEUTRAL
                ? Optional.empty()
                : rules.gravest(
                                indicator.code(),
                                rule -> rule.condition() == CardCondition.NOT_SUBMITTED
                                        && !(soft && rule.colour() == CardColour.RED)
                                        && late.compareTo(threshold(rule)) >= 0)
                        .map(rule -> new Finding(
                                rule,
                                Reason.of("not-submitted", name(indicator), due.toString(), late.toPlainString()),
                                Optional.empty()));
    }

    /**
     * The card that follows when the letter of a card is not answered: red, but for what is yellow at most.
     *
     * @param judged the figures of that card; empty where its value is missing
     */
    Optional<Finding> unanswered(
            Indicator indicator, boolean soft, Optional<Judged> judged, Unanswered letter, LocalDate today) {
        BigDecimal late = BigDecimal.valueOf(ChronoUnit.DAYS.between(letter.dueOn(), today));
        boolean yellowAtMost = soft
                || judged.filter(figures -> figures.small() || figures.gap() == null)
                        .isPresent();
        return rules.gravest(
                        indicator.code(),
                        rule -> rule.condition() == CardCondition.LETTER_OVERDUE
                                && !(yellowAtMost && rule.colour() == CardColour.RED)
                                && late.compareTo(threshold(rule)) >= 0)
                .map(rule -> new Finding(
                        rule,
                        Reason.of(
                                "letter-overdue",
                                name(indicator),
                                letter.letterNo(),
                                letter.dueOn().toString(),
                                late.toPlainString()),
                        judged));
    }

    private Optional<Finding> found(Evidence evidence) {
        BigDecimal value = evidence.compared();
        if (value == null || evidence.year().isEmpty()) {
            return Optional.empty();
        }
        YearTarget target = evidence.year().get();
        boolean yellow = rules.gravest(
                        evidence.indicator().code(),
                        rule -> rule.colour() == CardColour.YELLOW && isMet(rule, evidence, target, value))
                .isPresent();
        return rules.gravest(
                        evidence.indicator().code(),
                        rule -> !(rule.colour() == CardColour.RED && isYellowAtMost(evidence, target, value))
                                && (rule.condition() == CardCondition.YELLOW_AGAIN
                                        ? yellow && again(rule, evidence)
                                        : isMet(rule, evidence, target, value)))
                .map(rule -> new Finding(rule, reason(rule, evidence, target, value), evidence.judged()));
    }

    /** Asked for in principle, or held against nought, of which no part can be told: red only by hand. */
    private static boolean isYellowAtMost(Evidence evidence, YearTarget target, BigDecimal value) {
        return evidence.soft() || target.gap(value).isEmpty();
    }

    private static boolean isMet(CardRule rule, Evidence evidence, YearTarget target, BigDecimal value) {
        return switch (rule.condition()) {
            case GAP_ABOVE ->
                !target.isMet(value)
                        && target.gap(value)
                                .map(gap -> gap.multiply(HUNDRED).compareTo(threshold(rule)) > 0)
                                .orElse(true);
            case WORSENING -> BigDecimal.valueOf(evidence.worseInARow()).compareTo(threshold(rule)) >= 0;
            case YELLOW_AGAIN, NOT_SUBMITTED, LETTER_OVERDUE, BY_HAND -> false;
        };
    }

    private static boolean again(CardRule rule, Evidence evidence) {
        return BigDecimal.valueOf(evidence.yellowBefore() + 1L).compareTo(threshold(rule)) >= 0;
    }

    private static BigDecimal threshold(CardRule rule) {
        return Objects.requireNonNull(rule.threshold(), rule.code());
    }

    private static Reason reason(CardRule rule, Evidence evidence, YearTarget target, BigDecimal value) {
        Indicator indicator = evidence.indicator();
        String reached = indicator.shown(value).toPlainString();
        String gap = target.gap(value).map(CardJudge::percent).orElse("–");
        return switch (rule.condition()) {
            case GAP_ABOVE -> Reason.of("gap", name(indicator), reached, indicator.unit(), target.text(), gap);
            case YELLOW_AGAIN ->
                Reason.of(
                        "yellow-again",
                        name(indicator),
                        reached,
                        indicator.unit(),
                        target.text(),
                        gap,
                        Integer.toString(evidence.yellowBefore() + 1));
            case WORSENING, NOT_SUBMITTED, LETTER_OVERDUE, BY_HAND ->
                Reason.of(
                        "worsening",
                        name(indicator),
                        Integer.toString(evidence.worseInARow()),
                        series(evidence),
                        indicator.unit(),
                        target.text());
        };
    }

    /** The oldest first. */
    private static String series(Evidence evidence) {
        return evidence.quarters().stream()
                .limit(evidence.worseInARow() + 1L)
                .map(value -> evidence.indicator().shown(value).toPlainString())
                .reduce((later, earlier) -> earlier + " → " + later)
                .orElse("");
    }

    private static String percent(BigDecimal part) {
        return part.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static String name(Indicator indicator) {
        return indicator.code() + " " + indicator.nameZh();
    }
}
