package org.shouwang.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeSetsTest {

    private static final FieldMerge.Kinds KINDS = new FieldMerge.Kinds(Set.of(), Set.of(), Set.of());
    private static final ObjectMapper JSON = new ObjectMapper();

    private static FieldMerge merge(String current, String from, String to) throws JsonProcessingException {
        ObjectNode record = JSON.createObjectNode().set("field", JSON.readTree(current));
        FieldChange change = new FieldChange(JSON.readTree(from), JSON.readTree(to));
        return FieldMerge.of(Map.of("field", change), record, KINDS, false);
    }

    private static String applied(String current, String from, String to) throws JsonProcessingException {
        FieldMerge merge = merge(current, from, to);
        assertThat(merge.conflictOrNone()).isNull();
        return merge.apply().path("field").toString();
    }

    @Test
    void whatTwoPeopleAddedIsAllThere() throws JsonProcessingException {
        assertThat(applied("[\"A\",\"B\"]", "[\"A\"]", "[\"A\",\"C\"]")).isEqualTo("[\"A\",\"B\",\"C\"]");
    }

    @Test
    void whatSomebodyTookAwayGoes() throws JsonProcessingException {
        assertThat(applied("[\"A\",\"B\"]", "[\"A\",\"B\"]", "[\"B\"]")).isEqualTo("[\"B\"]");
    }

    @Test
    void whatOthersMadeTheSameChangesNothing() throws JsonProcessingException {
        assertThat(merge("[\"A\",\"C\"]", "[\"A\"]", "[\"A\",\"C\"]").apply()).isEmpty();
    }

    @Test
    void aListThatWasNotAskedIsAnEmptyOne() throws JsonProcessingException {
        assertThat(applied("null", "null", "[\"A\"]")).isEqualTo("[\"A\"]");
    }

    @Test
    void listsOfMoreThanCodesGoByTheirValue() throws JsonProcessingException {
        assertThat(merge("[{\"n\":2}]", "[{\"n\":1}]", "[{\"n\":3}]").conflictOrNone())
                .isNotNull();
        assertThat(applied("[{\"n\":1,\"m\":null}]", "[{\"n\":1.0}]", "[{\"n\":3}]"))
                .isEqualTo("[{\"n\":3}]");
    }

    @Test
    void aNumberIsTheSameHoweverItIsWritten() throws JsonProcessingException {
        assertThat(applied("36.50", "36.5", "40")).isEqualTo("40");
        assertThat(merge("40.0", "36.5", "40").apply()).isEmpty();
    }
}
