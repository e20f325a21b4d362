package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportRulesTest {

    private static final Instant DISCOVERED = Instant.parse("2026-03-01T07:10:00Z");
    private static final Instant RECEIVED = Instant.parse("2026-03-01T10:40:00Z");

    /** E3 of the data dictionary: 4, not 210. */
    @Test
    void theDelayIsThatOfTheReportAndNotOfTheUpload() {
        assertThat(ReportRules.delay(DISCOVERED, Instant.parse("2026-03-01T07:14:00Z")))
                .isEqualTo(4);
        assertThat(ReportRules.delay(DISCOVERED, null)).isNull();
        assertThat(ReportRules.delay(DISCOVERED, DISCOVERED.minusSeconds(1))).isNull();
    }

    @Test
    void deadlinesRunFromTheDiscoveryWhereThatIsBelievable() {
        assertThat(ReportRules.clockFrom(DISCOVERED, false, RECEIVED)).isEqualTo(DISCOVERED);
        assertThat(ReportRules.clockFrom(DISCOVERED, true, RECEIVED)).isEqualTo(RECEIVED);
        assertThat(ReportRules.clockFrom(null, false, RECEIVED)).isEqualTo(RECEIVED);
        assertThat(ReportRules.clockFrom(RECEIVED.plusSeconds(1), false, RECEIVED))
                .isEqualTo(RECEIVED);
    }

    @Test
    void aReportIsAwaitedUntilItIsMadeAndThePoliceHaveHeardWhatIsTheirs() {
        assertThat(ReportRules.isAwaited(Stage.DISCOVERED, false, false)).isTrue();
        assertThat(ReportRules.isAwaited(Stage.DISCOVERED, true, false)).isFalse();
        assertThat(ReportRules.isAwaited(Stage.REPORTED, false, false)).isFalse();
        assertThat(ReportRules.isAwaited(Stage.REPORTED, false, true)).isTrue();
        assertThat(ReportRules.isAwaited(Stage.CLOSED, false, true)).isFalse();
    }

    @Test
    void thePoliceMustHearOfASituationOfTheNationalList() {
        String[] harm = {"B3", "A4"};
        String[] conflict = {"C1"};
        String[] civilAffairs = {"CIVIL_AFFAIRS"};

        assertThat(ReportRules.isReported(harm, civilAffairs, RECEIVED)).isFalse();
        assertThat(ReportRules.isReported(harm, null, RECEIVED)).isFalse();
        assertThat(ReportRules.isReported(harm, new String[] {"CIVIL_AFFAIRS", "POLICE"}, RECEIVED))
                .isTrue();
        assertThat(ReportRules.isReported(conflict, civilAffairs, RECEIVED)).isTrue();
        assertThat(ReportRules.isReported(conflict, civilAffairs, null)).isFalse();
    }
}
