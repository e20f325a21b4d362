package org.shouwang.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.secret.HashState.Verdict;
import org.shouwang.platform.secret.KeyedHash.Hashes;

class HashStateTest {

    private static final String OLD = NewKeys.symmetric();
    private static final String NEW = NewKeys.symmetric();
    private static final PhoneNumber PHONE = new PhoneNumber("13911112222");

    private static KeyedHash hash(String name) {
        return new KeyedHash(
                switch (name) {
                    case "old" -> Keys.with("", OLD);
                    case "old, next new" -> Keys.with("", OLD).next(NEW);
                    case "new, previous old" -> Keys.with("", NEW).previous(OLD);
                    case "new" -> Keys.with("", NEW);
                    default -> Keys.fresh();
                });
    }

    @ParameterizedTest(name = "database at [{0}], server with [{1}]")
    @CsvSource(quoteCharacter = '"', textBlock = """
                    old,                 old,                 FITS
                    old,                 "old, next new",     BEGINS
                    old,                 "new, previous old", REFUSED
                    old,                 new,                 REFUSED
                    old,                 strange,             REFUSED
                    "old, next new",     old,                 FITS
                    "old, next new",     "old, next new",     FITS
                    "old, next new",     "new, previous old", BEGINS
                    "old, next new",     new,                 REFUSED
                    "new, previous old", old,                 REFUSED
                    "new, previous old", "old, next new",     FITS
                    "new, previous old", "new, previous old", FITS
                    "new, previous old", new,                 BEGINS
                    new,                 old,                 REFUSED
                    new,                 "old, next new",     REFUSED
                    new,                 "new, previous old", FITS
                    new,                 new,                 FITS
                    """)
    void aServerFitsTheStepOfTheDatabaseOrTheOneBefore(String database, String server, Verdict verdict) {
        assertThat(hash(database).state().judge(hash(server).state())).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "[{0}] and [{1}]")
    @CsvSource(quoteCharacter = '"', textBlock = """
                    old,                 "old, next new"
                    "old, next new",     "new, previous old"
                    "new, previous old", new
                    """)
    void serversOfTwoFollowingStepsWriteTheSameIntoOneColumnAndFindEachOthersValues(String before, String after) {
        Hashes ofOne = hash(before).all(PHONE);
        Hashes ofOther = hash(after).all(PHONE);

        boolean collides = java.util.Arrays.equals(ofOne.hash(), ofOther.hash())
                || ofOne.next() != null && java.util.Arrays.equals(ofOne.next(), ofOther.next());

        assertThat(collides).isTrue();
        assertThat(finds(ofOne, ofOther)).isTrue();
        assertThat(finds(ofOther, ofOne)).isTrue();
    }

    private static boolean finds(Hashes sought, Hashes stored) {
        return sought.any().stream()
                .anyMatch(hash ->
                        java.util.Arrays.equals(hash, stored.hash()) || java.util.Arrays.equals(hash, stored.next()));
    }

    @Test
    void twoStepsAtOnceOrAKeyThatFollowsItselfAreRefused() {
        for (Keys wrong : List.of(
                Keys.with("", OLD).next(NEW).previous(NewKeys.symmetric()),
                Keys.with("", OLD).next(OLD),
                Keys.with("", "no Base64!"))) {
            assertThatThrownBy(() -> new KeyedHash(wrong))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageNotContaining(OLD);
        }
    }
}
