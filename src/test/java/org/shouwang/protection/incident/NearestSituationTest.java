package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.protection.incident.IncidentCodes.Situation;
import org.shouwang.register.assessment.EmergencySign;

class NearestSituationTest {

    private static final LocalDate SEEN_ON = LocalDate.of(2026, 6, 10);

    /** Below eight nobody may leave a child without care (未成年人保护法 art. 21). */
    @ParameterizedTest
    @CsvSource({"2018-06-10, B1", "2018-06-11, B2", ", B2"})
    void aChildBelowEightThatIsUnattendedIsWithoutCare(@Nullable LocalDate birthDate, Situation situation) {
        assertThat(NearestSituation.of(EmergencySign.UNATTENDED, birthDate, SEEN_ON))
                .isEqualTo(situation);
    }
}
