package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.protection.incident.IncidentRow.Reached;

class ReachedTest {

    private static final UUID POST = new UUID(1, 1);
    private static final UUID OTHER_POST = new UUID(1, 2);
    private static final UUID AUTHOR = new UUID(2, 1);
    private static final UUID SOMEBODY = new UUID(2, 2);

    @ParameterizedTest
    @CsvSource({"true, true, false", "true, false, false", "false, true, false", "false, false, true"})
    void whoReportedStandsAtNoStageUnderAnyPost(boolean byAuthor, boolean underPost, boolean shown) {
        Incident incident = new Incident();
        incident.createdBy = AUTHOR;
        incident.reporterAppointmentId = POST;
        UUID post = underPost ? POST : OTHER_POST;
        StageView stage = new StageView(Stage.REPORTED, Instant.parse("2026-07-01T01:00:00Z"), post, null);

        StageView seen = new Reached(stage, byAuthor ? AUTHOR : SOMEBODY).withoutReporter(incident);

        assertThat(seen.appointmentId()).isEqualTo(shown ? post : null);
        assertThat(seen.stage()).isEqualTo(Stage.REPORTED);
    }
}
