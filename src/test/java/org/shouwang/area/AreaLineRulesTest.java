package org.shouwang.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;

class AreaLineRulesTest {

    private static final AreaColumns COLUMNS = AreaColumns.of(List.of("code", "name", "level"));

    @Test
    void aLineIsAnArea() {
        assertThat(AreaLineRules.read(7, List.of("610304101200", " 双碌碡村 ", "VILLAGE"), COLUMNS))
                .isEqualTo(new AreaLineRules.Good(
                        new AreaLine(7, AreaCode.of("610304101200"), "双碌碡村", AreaLevel.VILLAGE)));
    }

    @Test
    void columnsStandWhereTheHeaderSays() {
        AreaColumns columns = AreaColumns.of(List.of("level", "note", "code", "name"));

        assertThat(AreaLineRules.read(2, List.of("TOWNSHIP", "", "610304101000", "阳平镇"), columns))
                .isInstanceOf(AreaLineRules.Good.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "61030410120, 村, VILLAGE, area-code",
                "6103041012000, 村, VILLAGE, area-code",
                "061030410120, 村, VILLAGE, area-code",
                "610304101２00, 村, VILLAGE, area-code",
                "610304101200, 村, HAMLET, area-level",
                "610304101200, 村, village, area-level",
                "610304101200, 村, TOWNSHIP, area-code-of-level",
                "610304101000, 镇, COUNTY, area-code-of-level",
                "610304101200, '  ', VILLAGE, area-name"
            })
    void aLineThatIsNoAreaNamesItsRule(String code, String name, String level, String rule) {
        AreaLineRules.Read read = AreaLineRules.read(3, List.of(code, name, level), COLUMNS);

        assertThat(((AreaLineRules.Bad) read).refusal())
                .extracting(AreaRefusal::number, AreaRefusal::rule)
                .containsExactly(3L, rule);
    }

    @Test
    void aNameHasAnEnd() {
        assertThat(AreaLineRules.read(3, List.of("610304101200", "村".repeat(100), "VILLAGE"), COLUMNS))
                .isInstanceOf(AreaLineRules.Good.class);
        assertThat(AreaLineRules.read(3, List.of("610304101200", "村".repeat(101), "VILLAGE"), COLUMNS))
                .isInstanceOf(AreaLineRules.Bad.class);
    }

    @Test
    void aLineOfAnotherLengthIsRefused() {
        assertThat(AreaLineRules.read(3, List.of("610304101200", "村"), COLUMNS)).isInstanceOf(AreaLineRules.Bad.class);
        assertThat(AreaLineRules.read(3, List.of("610304101200", "村", "VILLAGE", ""), COLUMNS))
                .isInstanceOf(AreaLineRules.Bad.class);
    }
}
