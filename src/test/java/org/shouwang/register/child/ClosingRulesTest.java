package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.problem.Result;
import org.shouwang.register.child.ClosingRules.Since;

/** What others did to a file stands against an act that arrives late. */
class ClosingRulesTest {

    private static Set<ChildAct.Kind> kinds(@Nullable String names) {
        return Stream.ofNullable(names)
                .flatMap(all -> Stream.of(all.split("/")))
                .map(ChildAct.Kind::valueOf)
                .collect(Collectors.toSet());
    }

    /** Columns: the act, what others did since, whether they found the child at risk, whether its time is known. */
    @ParameterizedTest
    @CsvSource({
        "CLOSE,  ,             false, true,  true",
        "CLOSE,  ,             false, false, true",
        "CLOSE,  ,             true,  true,  false",
        "CLOSE,  ,             true,  false, false",
        "CLOSE,  REOPEN,       false, true,  false",
        "CLOSE,  CLOSE/REOPEN, false, false, false",
        "REOPEN, ,             false, true,  true",
        "REOPEN, ,             true,  true,  true",
        "REOPEN, CLOSE,        false, true,  false",
        "REOPEN, CLOSE,        false, false, true",
        "REOPEN, CLOSE/REOPEN, false, false, false"
    })
    void nobodyDecidesOverWhatTheyCouldNotKnow(
            ChildAct.Kind act, @Nullable String since, boolean atRisk, boolean exact, boolean known) {
        Result<Child> result = ClosingRules.known(new Child(), act, new Since(kinds(since), atRisk, exact));

        assertThat(result instanceof Result.Ok<Child>).isEqualTo(known);
    }

    @Test
    void whatIsDoneOnlineKnowsEverything() {
        assertThat(ClosingRules.known(new Child(), ChildAct.Kind.CLOSE, Since.NOTHING))
                .isInstanceOf(Result.Ok.class);
    }
}
