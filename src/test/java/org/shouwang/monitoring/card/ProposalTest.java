package org.shouwang.monitoring.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Violation;

class ProposalTest {

    private static Card card(CardColour colour, CardStatus status, String ground) {
        return card(colour, status, ground, null);
    }

    private static Card card(CardColour colour, CardStatus status, String ground, @Nullable Instant notedAt) {
        return new Card(
                new UUID(0, 1),
                0,
                new UUID(0, 2),
                new UUID(0, 3),
                AreaCode.of("990105000000"),
                new UUID(0, 4),
                "试验教育局",
                "C-E02",
                colour,
                status,
                ground.substring(0, ground.indexOf(':')),
                condition(ground),
                "因",
                "why",
                ground.endsWith(":0") ? null : new UUID(0, 5),
                Instant.EPOCH,
                null,
                null,
                null,
                notedAt,
                List.of(ground));
    }

    private static CardCondition condition(String code) {
        if (code.contains("LATE")) {
            return CardCondition.NOT_SUBMITTED;
        }
        if (code.contains("HAND")) {
            return CardCondition.BY_HAND;
        }
        return code.contains("LETTER") ? CardCondition.LETTER_OVERDUE : CardCondition.GAP_ABOVE;
    }

    /** The card that is there, the rule that is met and the version of the value: what becomes of it. */
    @ParameterizedTest
    @CsvSource({
        ",       ,          ,         Y-GAP,  YELLOW, 1, NEW",
        "YELLOW, PROPOSED,  Y-GAP:1,  Y-GAP,  YELLOW, 1, NONE",
        "YELLOW, PROPOSED,  Y-GAP:1,  Y-GAP,  YELLOW, 2, RENEW",
        "YELLOW, PROPOSED,  Y-GAP:1,  R-GAP,  RED,    2, RENEW",
        "RED,    PROPOSED,  R-GAP:1,  Y-GAP,  YELLOW, 2, RENEW",
        "RED,    PROPOSED,  R-LATE:0, Y-GAP,  YELLOW, 1, NEW",
        "YELLOW, PROPOSED,  Y-LATE:0, R-GAP,  RED,    1, NEW",
        "YELLOW, PROPOSED,  Y-LATE:0, R-LATE, RED,    0, RENEW",
        "YELLOW, DISMISSED, Y-GAP:1,  Y-GAP,  YELLOW, 1, NONE",
        "YELLOW, DISMISSED, Y-GAP:1,  Y-GAP,  YELLOW, 2, NEW",
        "YELLOW, DISMISSED, Y-LATE:0, R-LATE, RED,    0, NEW",
        "YELLOW, ISSUED,    Y-LATE:0, Y-LATE, YELLOW, 0, NONE",
        "YELLOW, ISSUED,    Y-LATE:0, R-LATE, RED,    0, NEW",
        "YELLOW, ISSUED,    Y-LATE:0, Y-GAP,  YELLOW, 1, NEW",
        "YELLOW, CLEARED,   Y-LATE:0, Y-GAP,  YELLOW, 1, NEW",
        "YELLOW, REPLIED,   Y-GAP:1,  R-LETTER, RED,  1, NEW",
        "RED,    ISSUED,    R-GAP:1,  R-LETTER, RED,  1, NONE",
        "RED,    DISMISSED, R-LETTER:1, R-LETTER, RED, 1, NONE",
        "RED,    PROPOSED,  R-LETTER:1, Y-GAP, YELLOW, 2, NONE",
        "RED,    PROPOSED,  R-AGAIN:1, Y-GAP, YELLOW, 1, RENEW",
        "YELLOW, WITHDRAWN, Y-GAP:1,  Y-GAP,  YELLOW, 1, NEW",
        "RED,    ISSUED,    HAND:1,   R-GAP,  RED,    1, NONE",
        "YELLOW, ISSUED,    HAND:1,   R-GAP,  RED,    1, NEW"
    })
    void atMostOneIsOpenAndNoneIsProposedTwice(
            @Nullable CardColour colour,
            @Nullable CardStatus status,
            @Nullable String ground,
            String rule,
            CardColour asked,
            int valueVersion,
            Proposal.Kind expected) {
        List<Card> existing =
                colour == null || status == null || ground == null ? List.of() : List.of(card(colour, status, ground));
        CardRule met = new CardRule(new UUID(0, 0), rule, null, asked, condition(rule), BigDecimal.ZERO);

        assertThat(Proposal.decide(existing, met, valueVersion, "因").kind()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-16, false, 2026-10-25",
        "2026-10-24, false, 2026-10-25",
        "2026-10-25, true,  2026-11-14",
        "2026-11-14, true,",
        "2026-12-01, true,"
    })
    void somebodyLooksOnTheDaysOfTheRules(LocalDate today, boolean anything, @Nullable LocalDate next) {
        LocalDate due = LocalDate.parse("2026-10-15");

        assertThat(StandardRules.ALL.anyMissing(due.until(today, ChronoUnit.DAYS)))
                .isEqualTo(anything);
        assertThat(StandardRules.ALL.nextLook(due, today)).isEqualTo(next);
    }

    /** A card that is there, whether it was doubted before, and what the rules ask for now: what becomes of it. */
    @ParameterizedTest
    @CsvSource({
        "YELLOW, PROPOSED, Y-GAP:1,    false, ,       WITHDRAWN",
        "YELLOW, PROPOSED, Y-GAP:1,    false, YELLOW, NONE",
        "RED,    PROPOSED, R-LETTER:1, false, ,       NONE",
        "YELLOW, PROPOSED, Y-LATE:0,   false, ,       NONE",
        "YELLOW, ISSUED,   Y-GAP:1,    false, ,       DOUBTED",
        "RED,    REPLIED,  R-GAP:1,    false, YELLOW, DOUBTED",
        "RED,    ISSUED,   R-GAP:1,    true,  YELLOW, NONE",
        "RED,    ISSUED,   R-GAP:1,    true,  RED,    CONFIRMED",
        "YELLOW, ISSUED,   Y-GAP:1,    false, RED,    NONE",
        "RED,    ISSUED,   HAND:1,     false, ,       NONE",
        "YELLOW, CLEARED,  Y-GAP:1,    false, ,       NONE"
    })
    void whatNoLongerHoldsIsTakenBackOrDoubted(
            CardColour colour,
            CardStatus status,
            String ground,
            boolean doubted,
            @Nullable CardColour asked,
            String expected) {
        Card card = card(colour, status, ground, doubted ? Instant.EPOCH : null);

        Revision revision = Revision.decide(List.of(card), Optional.ofNullable(asked));

        assertThat(revision.withdrawn()).hasSize(expected.equals("WITHDRAWN") ? 1 : 0);
        assertThat(revision.doubted()).hasSize(expected.equals("DOUBTED") ? 1 : 0);
        assertThat(revision.confirmed()).hasSize(expected.equals("CONFIRMED") ? 1 : 0);
    }

    /** 15 % made red of 5 %; 7 % is said by the yellow one that is out. */
    @Test
    void aProposalGoesThatAnotherCardSays() {
        Card out = card(CardColour.YELLOW, CardStatus.ISSUED, "Y-GAP:1", null);
        Card open = card(CardColour.RED, CardStatus.PROPOSED, "R-GAP:2", null);

        assertThat(Revision.decide(List.of(out, open), Optional.of(CardColour.YELLOW))
                        .withdrawn())
                .containsExactly(open);
        assertThat(Revision.decide(List.of(out, open), Optional.of(CardColour.RED))
                        .withdrawn())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "YELLOW, PROPOSED,  Y-GAP:1,  YELLOW, card-proposed",
        "YELLOW, PROPOSED,  Y-LATE:0, RED,    card-proposed",
        "YELLOW, ISSUED,    Y-GAP:1,  YELLOW, card-out",
        "YELLOW, ISSUED,    Y-GAP:1,  RED,",
        "RED,    REPLIED,   R-GAP:1,  RED,    card-out",
        "RED,    CLEARED,   R-GAP:1,  RED,",
        "RED,    DISMISSED, R-GAP:1,  YELLOW,"
    })
    void byHandNothingIsGivenBesideWhatIsOpen(
            CardColour colour, CardStatus status, String ground, CardColour given, @Nullable String rule) {
        List<Card> all = List.of(card(colour, status, ground));

        assertThat(HandRules.beside(all, given).map(Violation::rule)).isEqualTo(Optional.ofNullable(rule));
    }
}
