package org.shouwang.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A transcript that an answer no longer fits fails. */
class LikenessTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Bindings bindings = new Bindings(Instant.parse("2026-11-23T04:00:00Z"));

    private Optional<String> difference(String expected, String actual) throws JsonProcessingException {
        return new Likeness(bindings).difference(JSON.readTree(expected), JSON.readTree(actual), "");
    }

    @Test
    void aFieldThatIsLostIsADifference() throws JsonProcessingException {
        assertThat(difference("{\"a\": \"{{any}}\"}", "{\"b\": 1}"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("/a is lost"));
    }

    @Test
    void aFieldThatCameIsNone() throws JsonProcessingException {
        assertThat(difference("{\"a\": 1}", "{\"a\": 1, \"b\": 2}")).isEmpty();
    }

    @Test
    void aFieldThatMustNotBeThereIsADifference() throws JsonProcessingException {
        assertThat(difference("{\"a\": \"{{absent}}\"}", "{}")).isEmpty();
        assertThat(difference("{\"a\": \"{{absent}}\"}", "{\"a\": 1}")).isNotEmpty();
    }

    @Test
    void aValueThatIsKeptIsTheSameFromThenOn() throws JsonProcessingException {
        assertThat(difference("{\"id\": \"{{keep id}}\"}", "{\"id\": \"x\"}")).isEmpty();

        assertThat(difference("{\"id\": \"{{id}}\"}", "{\"id\": \"x\"}")).isEmpty();
        assertThat(difference("{\"id\": \"{{id}}\"}", "{\"id\": \"y\"}")).isNotEmpty();
    }

    @Test
    void aListIsWholeUnlessItSaysOtherwise() throws JsonProcessingException {
        assertThat(difference("[1, 2]", "[1, 2, 3]")).isNotEmpty();
        assertThat(difference("[3, 1, \"{{and more}}\"]", "[1, 2, 3]")).isEmpty();
        assertThat(difference("[4, \"{{and more}}\"]", "[1, 2, 3]")).isNotEmpty();
    }

    @Test
    void anotherTypeIsADifference() throws JsonProcessingException {
        assertThat(difference("[\"{{any moment}}\", \"{{any number}}\"]", "[\"2026-11-23T04:00:00Z\", 1]"))
                .isEmpty();
        assertThat(difference("[\"{{any moment}}\"]", "[\"2026-11-23\"]")).isNotEmpty();
        assertThat(difference("[\"{{any number}}\"]", "[\"1\"]")).isNotEmpty();
    }

    @Test
    void momentsAndDaysGoByTheStartOfTheTranscript() throws JsonProcessingException {
        assertThat(difference("[\"{{now-2h}}\", \"{{today+1d}}\"]", "[\"2026-11-23T02:00:00Z\", \"2026-11-24\"]"))
                .isEmpty();
    }
}
