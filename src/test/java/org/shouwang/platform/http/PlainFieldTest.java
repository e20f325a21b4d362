package org.shouwang.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.http.ProblemDocument.FieldProblem;

class PlainFieldTest {

    @ParameterizedTest
    @CsvSource({"children[0].childId, children[0].childId", "changes.王小明, changes.???", "'a\"b c', a?b?c"})
    void whatIsNoNameOfOursIsNotSaidBack(String field, String shown) {
        assertThat(new FieldProblem(field, "readable", "").field()).isEqualTo(shown);
    }

    @Test
    void charactersThatNothingCanWriteDownAreLeftOut() {
        assertThat(new FieldProblem("remark\u0000\ud800", "readable", "").field())
                .isEqualTo("remark??");
    }

    @Test
    void aBookIsCutShort() {
        assertThat(new FieldProblem("x".repeat(30_000), "readable", "").field()).hasSize(200);
    }
}
