package org.shouwang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                        level, visit, contact, assessment, new Span(first, unit), opens, township, county));
    }

    @Test
    void anUnknownLevelIsNoSilentDefault() {
        assertThatThrownBy(() -> standard.at("PURPLE")).hasMessage("PURPLE");
    }
}
