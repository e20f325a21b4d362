package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialColumnTest {

    @ParameterizedTest
    @CsvSource({"120, 120", "120.0, 120", "1.2E+2, 120", "0.50, 0.5", "0, 0", "1e999999999, 1E+999999999"})
    void oneNumberIsWrittenInOneWay(BigDecimal given, String written) {
        assertThat(new Material("大米", given, "斤", null).quantity()).hasToString(written);
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        List<Material> materials = List.of(
                new Material("大米", new BigDecimal("2.5"), "袋", new BigDecimal("120")),
                new Material("书包", null, null, null));

        assertThat(MaterialColumn.read(MaterialColumn.of(materials))).isEqualTo(materials);
    }

    @Test
    void nothingBroughtIsNothingStored() {
        assertThat(MaterialColumn.of(List.of())).isNull();
        assertThat(MaterialColumn.of(null)).isNull();
        assertThat(MaterialColumn.read(null)).isNull();
    }
}
