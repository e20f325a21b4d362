package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.protection.incident.IncidentCodes.Situation;
import org.shouwang.protection.incident.ReadReport.Reading;

class ReadReportTest {

    private static final Instant NOW = Instant.parse("2026-03-01T07:10:00Z");

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    private Reading reading(String body) throws Exception {
        return new ReadReport(json).of((ObjectNode) json.readTree(body), NOW);
    }

    @Test
    void anEmptyPlaceInAListStandsInTheWayOfNothing() throws Exception {
        UUID file = UUID.randomUUID();

        Reading reading = reading("""
                {"situationCodes": [null, "A4"], "reportedTo": [null], "evidenceFileIds": ["%s", null], "ongoingDanger": true}
                """.formatted(file));

        assertThat(reading.form().situationCodes()).isEqualTo(List.of(Situation.A4));
        assertThat(reading.form().reportedTo()).isNull();
        assertThat(reading.form().evidenceFileIds()).isEqualTo(List.of(file));
        assertThat(reading.form().ongoingDanger()).isTrue();
        assertThat(reading.said()).containsExactlyInAnyOrder("situationCodes", "evidenceFileIds", "ongoingDanger");
        assertThat(reading.unusable()).containsExactlyInAnyOrder("situationCodes", "reportedTo", "evidenceFileIds");
    }
}
