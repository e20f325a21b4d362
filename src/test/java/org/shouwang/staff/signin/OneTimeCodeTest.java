package org.shouwang.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {

    @Test
    void aCodeStandsInTwoGroupsOfClearCharacters() {
        Random random = new Random(1);

        assertThat(Stream.generate(() -> OneTimeCode.next(random)).limit(1000))
                .allMatch(code -> code.matches("[ACDEFGHJKMNPQRTWXY34679]{4}-[ACDEFGHJKMNPQRTWXY34679]{4}"));
    }

    @Test
    void noTwoCodesAreAlikeAndEveryCharacterIsUsed() {
        Random random = new Random(2);

        Set<String> codes =
                Stream.generate(() -> OneTimeCode.next(random)).limit(1000).collect(Collectors.toSet());

        assertThat(codes).hasSize(1000);
        assertThat(String.join("", codes).chars().distinct().count())
                .isEqualTo(OneTimeCode.ALPHABET.length() + "-".length());
    }

    @Test
    void howeverItIsTypedItIsTheSameCode() {
        for (String typed : new String[] {"K7PM-4XQD", "k7pm4xqd", " K7PM 4XQD ", "Ｋ７ＰＭ－４ＸＱＤ", "K7PM—4XQD"}) {
            assertThat(OneTimeCode.plain(typed)).as(typed).isEqualTo("K7PM4XQD");
        }
    }
}
