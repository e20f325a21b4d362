package org.shouwang.monitoring.card;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of the reference (indicators.md, section 5), typed by hand. */
final class StandardRules {

    static final CardRules ALL = new CardRules(List.of(
            rule("Y-GAP", CardColour.YELLOW, CardCondition.GAP_ABOVE, "0"),
            rule("R-GAP", CardColour.RED, CardCondition.GAP_ABOVE, "10"),
            rule("Y-WORSE", CardColour.YELLOW, CardCondition.WORSENING, "2"),
            rule("R-AGAIN", CardColour.RED, CardCondition.YELLOW_AGAIN, "2"),
            rule("Y-LATE", CardColour.YELLOW, CardCondition.NOT_SUBMITTED, "10"),
            rule("R-LATE", CardColour.RED, CardCondition.NOT_SUBMITTED, "30"),
            rule("R-LETTER", CardColour.RED, CardCondition.LETTER_OVERDUE, "1")));

    private StandardRules() {}

    private static CardRule rule(String code, CardColour colour, CardCondition condition, String threshold) {
        return new CardRule(new UUID(0, 0), code, null, colour, condition, new BigDecimal(threshold));
    }

    /** With one more of an indicator. */
    static CardRules and(String indicator, CardColour colour, CardCondition condition, @Nullable String threshold) {
        CardRule own = new CardRule(
                new UUID(0, 0),
                "OWN",
                indicator,
                colour,
                condition,
                threshold == null ? null : new BigDecimal(threshold));
        return new CardRules(Stream.concat(ALL.all().stream(), Stream.of(own)).toList());
    }
}
