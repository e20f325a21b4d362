package org.shouwang.monitoring.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.monitoring.card.Finding.Judged;
import org.shouwang.monitoring.card.SmallNumber.Counted;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.platform.http.Messages;

/** Sections 2, 4 and 5 of the reference, and its examples E5 and E6, with the national targets. */
class CardJudgeTest {

    private static final CardJudge JUDGE = new CardJudge(StandardRules.ALL);
    private static final Messages MESSAGES = new Messages();
    private static final LocalDate DUE = LocalDate.parse("2026-10-15");

    private static Indicator indicator(String code) {
        return new Catalogues().on(DUE).find(code).orElseThrow();
    }

    /** As in the year for which the national target is given. */
    private static Evidence evidence(
            String code, @Nullable BigDecimal value, boolean small, String before, int yellowBefore) {
        Indicator indicator = indicator(code);
        Optional<YearTarget> target = YearTarget.last(indicator.target(), indicator.direction(), null);
        List<BigDecimal> quarters = Stream.concat(
                        Stream.ofNullable(value),
                        Stream.of(before.split(";"))
                                .filter(one -> !one.isEmpty())
                                .map(BigDecimal::new))
                .toList();
        return new Evidence(indicator, target, target, indicator.target().soft(), value, small, quarters, yellowBefore);
    }

    private static String colour(Optional<Finding> finding) {
        return finding.map(found -> found.rule().code()).orElse("");
    }

    /** E5: 3 200 of 4 000 children are 80.0 % against 85 %; the next quarter is 79.5 %. */
    @Test
    void twoYellowQuartersAreRed() {
        Indicator kindergartens = indicator("C-E02");
        BigDecimal first = kindergartens.value(BigDecimal.valueOf(3200), BigDecimal.valueOf(4000));

        Finding yellow = JUDGE.card(evidence("C-E02", first, false, "", 0)).orElseThrow();
        Finding red = JUDGE.card(evidence("C-E02", new BigDecimal("79.50"), false, "80.00", 1))
                .orElseThrow();

        assertThat(yellow.colour()).isEqualTo(CardColour.YELLOW);
        assertThat(yellow.reason().text(MESSAGES, Locale.ENGLISH))
                .isEqualTo("C-E02 普惠性幼儿园覆盖率: 80.00 % against a year target of ≥ 85; gap 5.9 % of the target.");
        assertThat(red.colour()).isEqualTo(CardColour.RED);
        assertThat(red.rule().code()).isEqualTo("R-AGAIN");
        assertThat(red.reason().text(MESSAGES, Messages.CHINESE))
                .isEqualTo("C-E02 普惠性幼儿园覆盖率：连续 2 个季度黄牌；本季 79.50 %，年度目标 ≥ 85，差距为目标的 6.5%。");
    }

    /** E6: one maternal death among 2 600 live births is 38.5 per 100 000 against 12. */
    @Test
    void aFewDeathsAreComparedOverThreeYears() {
        Indicator mortality = indicator("W-H01");
        Counted now = new Counted(BigDecimal.ONE, BigDecimal.valueOf(2600));
        Counted none = new Counted(BigDecimal.ZERO, BigDecimal.valueOf(2700));
        BigDecimal overYears = SmallNumber.over(mortality, List.of(now, none, none));

        assertThat(mortality.value(now.numerator(), now.denominator())).isEqualTo("38.5");
        assertThat(SmallNumber.is(mortality, now)).isTrue();
        assertThat(mortality.shown(overYears)).isEqualTo("12.5");
        assertThat(JUDGE.card(evidence("W-H01", overYears, true, "", 3))).isEmpty();
        assertThat(JUDGE.status(evidence("W-H01", overYears, true, "", 0))).isEqualTo(StatusClass.AT_RISK);
    }

    @ParameterizedTest
    @CsvSource({
        "C-E02, 29, 29,   true",
        "C-E02, 30, 30,   false",
        "C-W04, 18, 18,   false",
        "W-D05, 3,  4,    false",
        "C-H02, 4,  2600, true",
        "C-H02, 5,  2600, false",
        "C-E08, 1,  ,     false",
        "C-S02, 1,  ,     false"
    })
    void smallNumbersAreFlagged(String code, BigDecimal numerator, @Nullable BigDecimal denominator, boolean small) {
        assertThat(SmallNumber.is(indicator(code), new Counted(numerator, denominator)))
                .isEqualTo(small);
    }

    /** Value, values of the quarters before, yellow quarters before: the rule that proposes, and the status. */
    @ParameterizedTest
    @CsvSource({
        "C-E02, 85,    '',      0, '',      MET",
        "C-E02, 84.99, '',      0, Y-GAP,   AT_RISK",
        "C-E02, 76.5,  '',      0, Y-GAP,   AT_RISK",
        "C-E02, 76.49, '',      0, R-GAP,   OFF_TRACK",
        "C-E02, 80,    '',      1, R-AGAIN, OFF_TRACK",
        "C-E02, 70,    '',      1, R-GAP,   OFF_TRACK",
        "C-E02, 86,    '',      1, '',      MET",
        "C-E02, 86,    87;88,   0, Y-WORSE, MET",
        "C-E02, 86,    87;88,   1, R-AGAIN, MET",
        "C-E02, 86,    87;87,   0, '',      MET",
        "C-E02, 86,    87,      0, '',      MET",
        "C-E02, 84,    85;86,   0, Y-GAP,   AT_RISK",
        "C-E02, ,      '',      0, '',      NO_DATA",
        "C-H02, 5.0,   '',      0, '',      MET",
        "C-H02, 5.5,   '',      0, Y-GAP,   AT_RISK",
        "C-H02, 5.51,  '',      0, R-GAP,   OFF_TRACK",
        "C-H02, 4.0,   3.9;3.8, 0, Y-WORSE, MET",
        "C-E03, 20,    '',      0, Y-GAP,   AT_RISK",
        "C-E03, 49,    '',      1, Y-GAP,   AT_RISK",
        "C-E08, 0,     '',      0, '',      MET",
        "C-E08, 7,     '',      0, Y-GAP,   AT_RISK",
        "C-E08, 7,     '',      1, Y-GAP,   AT_RISK",
        "W-H10, 107.5, '',      0, Y-GAP,   AT_RISK",
        "W-H10, 92.7,  '',      0, Y-GAP,   AT_RISK",
        "W-H10, 92.69, '',      0, R-GAP,   OFF_TRACK",
        "W-E01, 43.2,  '',      0, '',      MET",
        "W-E01, 42,    '',      0, Y-GAP,   AT_RISK",
        "W-E01, 40.4,  '',      0, R-GAP,   OFF_TRACK",
        "C-L01, 3,     5;9,     1, '',      NEUTRAL",
        "W-E04, 3,     5;9,     1, '',      NEUTRAL",
        "W-L02, 3,     5;9,     1, '',      NEUTRAL"
    })
    void rulesSayWhichCard(
            String code, @Nullable BigDecimal value, String before, int yellowBefore, String rule, StatusClass status) {
        Evidence evidence = evidence(code, value, false, before, yellowBefore);

        assertThat(colour(JUDGE.card(evidence))).isEqualTo(rule);
        assertThat(JUDGE.status(evidence)).isEqualTo(status);
    }

    @Test
    void whatTheYearAsksForIsOnTrack() {
        Indicator indicator = indicator("C-E02");
        Evidence half = new Evidence(
                indicator,
                YearTarget.last(indicator.target(), indicator.direction(), null)
                        .map(last -> new YearTarget(last.operator(), last.direction(), BigDecimal.valueOf(60), null)),
                YearTarget.last(indicator.target(), indicator.direction(), null),
                false,
                BigDecimal.valueOf(61),
                false,
                List.of(BigDecimal.valueOf(61)),
                0);

        assertThat(JUDGE.status(half)).isEqualTo(StatusClass.ON_TRACK);
        assertThat(JUDGE.card(half)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "C-E02, 2026-10-15, ''",
        "C-E02, 2026-10-24, ''",
        "C-E02, 2026-10-25, Y-LATE",
        "C-E02, 2026-11-13, Y-LATE",
        "C-E02, 2026-11-14, R-LATE",
        "C-E03, 2026-11-14, Y-LATE",
        "W-H01, 2026-11-14, R-LATE",
        "C-E08, 2026-11-14, R-LATE",
        "C-L01, 2026-11-14, ''"
    })
    void aMissingValueIsCardedByDays(String code, LocalDate today, String rule) {
        Indicator indicator = indicator(code);

        Optional<Finding> finding = JUDGE.missing(
                indicator,
                indicator.target().operator().isAssessed(),
                indicator.target().soft(),
                DUE,
                today);

        assertThat(colour(finding)).isEqualTo(rule);
    }

    /** A letter that was due on the 15th: red from the day after, but for what is yellow at most. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-15, false, false, ''",
        "2026-10-16, false, false, R-LETTER",
        "2026-10-16, true,  false, ''",
        "2026-10-16, false, true,  ''"
    })
    void aLetterThatIsNotAnsweredIsRed(LocalDate today, boolean soft, boolean small, String rule) {
        Indicator indicator = indicator("C-E02");
        YearTarget target =
                YearTarget.last(indicator.target(), indicator.direction(), null).orElseThrow();
        Judged judged = new Judged(new BigDecimal("80"), small, target, new BigDecimal("0.059"));

        Optional<Finding> finding =
                JUDGE.unanswered(indicator, soft, Optional.of(judged), new Unanswered("妇儿工委督〔2026〕3号", DUE), today);

        assertThat(colour(finding)).isEqualTo(rule);
        assertThat(finding.map(found -> found.reason().text(MESSAGES, Messages.CHINESE)))
                .isEqualTo(
                        rule.isEmpty()
                                ? Optional.empty()
                                : Optional.of("C-E02 普惠性幼儿园覆盖率：督办函妇儿工委督〔2026〕3号应于 2026-10-15 前答复，逾期 1 天未答复。"));
    }

    @ParameterizedTest
    @CsvSource({"3, 80, R-GAP", "6, 80, Y-GAP", ", 70, Y-GAP"})
    void anIndicatorMayHaveAThresholdOfItsOwn(@Nullable String threshold, BigDecimal value, String expected) {
        CardJudge own = new CardJudge(StandardRules.and("C-E02", CardColour.RED, CardCondition.GAP_ABOVE, threshold));

        String rule = colour(own.card(evidence("C-E02", value, false, "", 0)));

        assertThat(rule).isEqualTo(expected.equals("R-GAP") ? "OWN" : expected);
        assertThat(colour(own.card(evidence("C-E04", BigDecimal.valueOf(80), false, "", 0))))
                .isEqualTo("R-GAP");
    }

    /** MET ÷ (all − NO_DATA − NEUTRAL). */
    @Test
    void theOverallRateLeavesOutWhatCannotBeAssessed() {
        assertThat(StatusClass.achieved(List.of(
                        StatusClass.MET,
                        StatusClass.MET,
                        StatusClass.ON_TRACK,
                        StatusClass.NO_DATA,
                        StatusClass.NEUTRAL)))
                .contains(new BigDecimal("66.67"));
        assertThat(StatusClass.achieved(List.of(StatusClass.NO_DATA, StatusClass.NEUTRAL)))
                .isEmpty();
    }
}
