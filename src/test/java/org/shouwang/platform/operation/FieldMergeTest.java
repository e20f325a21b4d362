package org.shouwang.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldMergeTest {

    private static final ObjectNode CURRENT = JsonNodeFactory.instance
            .objectNode()
            .put("hamlet", "3")
            .put("idNumber", "n")
            .put("phone", "p");

    private static final FieldMerge.Kinds KINDS =
            new FieldMerge.Kinds(Set.of("idNumber", "phone"), Set.of("phone"), Set.of("members"));

    private static FieldChange change(@Nullable String from, @Nullable String to) {
        return new FieldChange(TextNode.valueOf(from), TextNode.valueOf(to));
    }

    private static FieldMerge merge(String field, FieldChange change, boolean fresh) {
        return FieldMerge.of(Map.of(field, change), CURRENT, KINDS, fresh);
    }

    @Test
    void untouchedSinceThePhoneSawItIsApplied() {
        FieldMerge merge = merge("hamlet", change("3", "5"), false);

        assertThat(merge.apply().get("hamlet").asText()).isEqualTo("5");
        assertThat(merge.conflictOrNone()).isNull();
    }

    @Test
    void absentAndNullAreTheSame() {
        FieldMerge merge = merge("remark", change(null, "new"), false);

        assertThat(merge.apply().get("remark").asText()).isEqualTo("new");
    }

    @Test
    void whatSomebodyElseMadeTheSameIsLeft() {
        FieldMerge merge = merge("hamlet", change("2", "3"), false);

        assertThat(merge.apply()).isEmpty();
        assertThat(merge.conflictOrNone()).isNull();
    }

    @Test
    void whatSomebodyElseMadeOtherwiseIsAConflictWithBothValues() {
        FieldMerge merge = merge("hamlet", change("2", "5"), false);

        assertThat(merge.apply()).isEmpty();
        assertThat(merge.conflict().toString()).isEqualTo("{\"hamlet\":{\"server\":\"3\",\"yours\":\"5\"}}");
    }

    @Test
    void aMaskedFieldGoesByTheVersionAndIsNeverShown() {
        assertThat(merge("idNumber", change("**", "m"), true)
                        .apply()
                        .get("idNumber")
                        .asText())
                .isEqualTo("m");
        assertThat(merge("idNumber", change("**", "m"), false).conflict().toString())
                .isEqualTo("{\"idNumber\":{\"server\":null,\"yours\":\"m\"}}");
    }

    @Test
    void aMaskedFieldThatThisPhoneHoldsInFullGoesByItsValueToo() {
        assertThat(merge("phone", change("p", "q"), false).apply().get("phone").asText())
                .isEqualTo("q");
        assertThat(merge("phone", change("**", "q"), true).apply().get("phone").asText())
                .isEqualTo("q");
        assertThat(merge("phone", change("o", "q"), false).conflict().toString())
                .isEqualTo("{\"phone\":{\"server\":null,\"yours\":\"q\"}}");
        assertThat(merge("idNumber", change("n", "m"), false).apply()).isEmpty();
    }

    @Test
    void whatBreaksARuleTogetherIsAllInConflict() {
        FieldMerge merge = merge("hamlet", change("3", "5"), false).withheld(CURRENT, KINDS);

        assertThat(merge.apply()).isEmpty();
        assertThat(merge.conflict().toString()).isEqualTo("{\"hamlet\":{\"server\":\"3\",\"yours\":\"5\"}}");
    }

    @Test
    void whatIsAddedOneByOneAlwaysMerges() {
        assertThat(merge("members", change(null, "m"), false)
                        .apply()
                        .get("members")
                        .asText())
                .isEqualTo("m");
    }
}
