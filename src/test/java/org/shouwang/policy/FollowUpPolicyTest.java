package org.shouwang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.policy.Span.Unit;

class FollowUpPolicyTest {

    private final FollowUpPolicy standard = FollowUpPolicy.standard();

    @ParameterizedTest
    @CsvSource({
        "CRITICAL,   7,  1,   7, 24, HOURS,         1,  0,  0",
        "HIGH,      14,  7,  90,  3, DAYS,          3,  1,  7",
        "MEDIUM,    30, 14, 180,  5, WORKING_DAYS,  7,  3, 14",
        "LOW,       90, 30, 365,  5, WORKING_DAYS, 14,  7, 30",
        "NORMAL,   180, 90, 365, 10, WORKING_DAYS, 30, 15,"
    })
    void theStandardIsThatOfTheDomainReference(
            String level,
            int visit,
            int contact,
            int assessment,
            int first,
            Unit unit,
            int opens,
            int township,
            Integer county) {
        assertThat(standard.at(level))
                .isEqualTo(new LevelPolicy(
                        level, visit, contact, assessment, new Span(first, unit), opens, opens, township, county));
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL,   ORPHAN_SCATTERED,            MEDIUM",
        "LOW,      DE_FACTO_UNATTENDED,         MEDIUM",
        "LOW,      MIGRANT GUARDIANSHIP_RISK,   MEDIUM",
        "LOW,      MIGRANT,                     LOW",
        "CRITICAL, ORPHAN_SCATTERED,            CRITICAL"
    })
    void whoHasNobodyIsFollowedAsOnMediumAtLeast(String level, String categories, String followed) {
        assertThat(standard.gravestOf(level, List.of(categories.split(" ")))).isEqualTo(followed);
    }

    @Test
    void aFloorThatIsNotNamedStays() {
        FollowUpPolicy decided = new FollowUpPolicy(
                standard.byLevel(), FollowUpPolicy.floors(Map.of("MIGRANT", "HIGH")), standard.newFileFirstVisit());

        assertThat(decided.gravestOf("LOW", List.of("MIGRANT"))).isEqualTo("HIGH");
        assertThat(decided.gravestOf("LOW", List.of("ORPHAN_SCATTERED"))).isEqualTo("MEDIUM");
    }

    @Test
    void aNewFileIsVisitedWithinFiveWorkingDays() {
        assertThat(standard.newFileFirstVisit()).isEqualTo(new Span(5, Unit.WORKING_DAYS));
    }

    @Test
    void anUnknownLevelIsNoSilentDefault() {
        assertThatThrownBy(() -> standard.at("PURPLE")).hasMessage("PURPLE");
    }
}
