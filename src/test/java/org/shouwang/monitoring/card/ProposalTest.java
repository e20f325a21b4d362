package org.shouwang.monitoring.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;

class ProposalTest {

    private static Card card(CardColour colour, CardStatus status, String ground) {
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
                ground,
                "因",
                "why",
                ground.endsWith(":0") ? null : new UUID(0, 5),
                Instant.EPOCH,
                null,
                null,
                null,
                List.of(ground));
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
        "RED,    DISMISSED, R-LETTER:1, R-LETTER, RED, 1, NONE"
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
        CardRule met = new CardRule(new UUID(0, 0), rule, null, asked, CardCondition.GAP_ABOVE, BigDecimal.ZERO);

        assertThat(Proposal.decide(existing, met, valueVersion).kind()).isEqualTo(expected);
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
}
