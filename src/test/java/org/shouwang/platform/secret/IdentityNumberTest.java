package org.shouwang.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors of the data dictionary, section 23.1. */
class IdentityNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X,1949-12-31",
        "440524188001010014,1880-01-01",
        "34052419800101001X,1980-01-01",
        "990101201506010014,2015-06-01",
        "990101201506010022,2015-06-01",
        "990101201802141035,2018-02-14",
        "990101201202292040,2012-02-29",
        "99010120191231999X,2019-12-31",
        "990101202001310008,2020-01-31"
    })
    void aValidNumberTellsItsBirthDate(String number, LocalDate birthDate) {
        assertThat(IdentityNumber.parse(number, TODAY))
                .hasValueSatisfying(parsed -> assertThat(parsed.birthDate()).isEqualTo(birthDate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99010120191231999x", " 990101 20191231 999X ", "９９０１０１２０１９１２３１９９９Ｘ"})
    void caseBlanksAndWidthDoNotMatter(String written) {
        assertThat(IdentityNumber.parse(written, TODAY)).contains(new IdentityNumber("99010120191231999X"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "990101201506010015",
                "990101201902290011",
                "990101201513010012",
                "990101201506310017",
                "990101209901010010",
                "99010120150601001",
                "9901012015060100A4",
                "990101150601001",
                ""
            })
    void anInvalidNumberIsNone(String number) {
        assertThat(IdentityNumber.parse(number, TODAY)).isEmpty();
    }

    @Test
    void aNumberPrintsNothingAndItsMaskShowsFourCharacters() {
        IdentityNumber number = new IdentityNumber("99010120191231999X");

        assertThat(number).hasToString("***");
        assertThat(number.masked()).isEqualTo("**************999X");
    }
}
