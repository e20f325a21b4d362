package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.notification.Grade;
import org.shouwang.register.child.RiskLevel;

/** How far a late task that nobody opens is followed up. */
class LadderGradeTest {

    @ParameterizedTest(name = "{0} told of {1} about {2} at {3}: {4}")
    @CsvSource({
        "ASSIGNEE, VISIT, CHILD, CRITICAL, CRITICAL",
        "ASSIGNEE, FIRST_VISIT, CHILD, CRITICAL, CRITICAL",
        "ASSIGNEE, INCIDENT_FOLLOW, CHILD, CRITICAL, CRITICAL",
        "ASSIGNEE, WARNING_LETTER_VISIT, NONE, CRITICAL, URGENT",
        "COORDINATOR, VISIT, CHILD, CRITICAL, URGENT",
        "COUNTY, VISIT, CHILD, CRITICAL, NONE",
        // A file to be completed is no danger, however grave the child's level is.
        "ASSIGNEE, UPDATE_FILE, CHILD, CRITICAL, HIGH",
        "ASSIGNEE, AGREEMENT_RENEW, CHILD, CRITICAL, HIGH",
        "ASSIGNEE, OTHER, NONE, CRITICAL, HIGH",
        "COORDINATOR, UPDATE_FILE, CHILD, CRITICAL, NONE",
        "ASSIGNEE, VISIT, CHILD, HIGH, HIGH",
        "COORDINATOR, VISIT, CHILD, HIGH, NONE",
        "ASSIGNEE, VISIT, CHILD, MEDIUM, NONE"
    })
    void byWhatIsLate(LadderStep step, TaskType type, SubjectType subject, RiskLevel level, Grade expected) {
        assertThat(step.grade(type, subject, level)).isEqualTo(expected);
    }
}
