package org.shouwang.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpPoliciesTest {

    private final FollowUpPolicies policies = new FollowUpPolicies();

    @ParameterizedTest
    @CsvSource({"CRITICAL, 7, 0, 0", "HIGH, 14, 1, 7", "MEDIUM, 30, 3, 14", "LOW, 90, 7, 30", "NORMAL, 180, 15,"})
    void theMatrixIsThatOfTheDomainReference(String level, int visit, int township, Integer county) {
        assertThat(policies.at(level)).isEqualTo(new FollowUpPolicy(level, visit, township, county));
    }

    @Test
    void anUnknownLevelIsNoSilentDefault() {
        assertThatThrownBy(() -> policies.at("PURPLE")).hasMessage("PURPLE");
    }
}
