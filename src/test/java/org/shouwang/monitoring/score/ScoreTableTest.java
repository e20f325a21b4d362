package org.shouwang.monitoring.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTableTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"教育局, 教育局", "=1+1, '=1+1", "+86, '+86", "-局, '-局", "@局, '@局", "局=1, 局=1"})
    void nothingIsTakenForAFormula(String name, String cell) {
        assertThat(ScoreTable.cell(name)).isEqualTo(cell);
    }
}
