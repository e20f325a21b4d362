package org.shouwang.protection.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.shouwang.protection.referral.ReferralAct.Kind;

/** Each act in each status, as {@code referral-moves-by-hand.csv} says it (decisions "States"; roles and law, section 7). */
class MovesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/referral-moves-by-hand.csv", numLinesToSkip = 1)
    void eachActInEachStatusLeadsWhereTheTableSays(
            ReferralStatus from, String accept, String reject, String feedback, String close, String withdraw) {
        Map<Kind, String> cells = Map.of(
                Kind.ACCEPT, accept,
                Kind.REJECT, reject,
                Kind.FEEDBACK, feedback,
                Kind.CLOSE, close,
                Kind.WITHDRAW, withdraw);

        for (Kind kind : Kind.values()) {
            Optional<String> to = Moves.after(from, kind).map(Enum::name);
            assertThat(to.orElse("no")).as(from + " " + kind).isEqualTo(cells.get(kind));
        }
    }
}
