package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitPositionTest {

    @ParameterizedTest
    @CsvSource({
        "34.36, 107.24, ''",
        ",, ''",
        "3, 73, ''",
        "54, 136, ''",
        "2.999999, 107, geoLat visit-position-outside",
        "54.000001, 107, geoLat visit-position-outside",
        "34, 72.9, geoLng visit-position-outside",
        "34, 136.1, geoLng visit-position-outside",
        "0, 0, geoLat visit-position-outside;geoLng visit-position-outside",
        "1e999999999, 107, geoLat visit-position-outside",
        "34,, geoLng visit-position-halved",
        ",107, geoLat visit-position-halved"
    })
    void aPlaceIsWholeAndInTheCountryOrAbsent(
            @Nullable BigDecimal latitude, @Nullable BigDecimal longitude, String expected) {
        List<String> wrong = VisitPosition.check(latitude, longitude).stream()
                .map(violation -> violation.field() + " " + violation.rule())
                .toList();

        assertThat(wrong)
                .containsExactlyElementsOf(Arrays.stream(expected.split(";"))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"34.3600004, 34.360000", "34.36, 34.360000", "34.3600005, 34.360001"})
    void theFirstAnswerShowsWhatIsKept(BigDecimal given, BigDecimal kept) {
        assertThat(VisitPosition.kept(given)).isEqualTo(kept);
    }
}
