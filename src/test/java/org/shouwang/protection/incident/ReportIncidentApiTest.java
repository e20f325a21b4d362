package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.LocalDays;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class ReportIncidentApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    private final UUID phone = UUID.randomUUID();

    @AfterEach
    void backToRealTime() {
        clock.moveTo(Instant.now());
        Accounts.COUNTY.request().delete("/api/v1/devices/{id}", phone);
    }

    private static Map<String, Object> operation(UUID incident, Instant at, Map<String, Object> form) {
        Map<String, Object> body = new HashMap<>(form);
        body.put("id", incident);
        return Map.of(
                "id",
                UUID.randomUUID(),
                "type",
                "incident.report",
                "at",
                at.toString(),
                "serverTimeOffset",
                0,
                "workerId",
                Accounts.DIRECTOR.request().get("/api/v1/me").path("worker.id"),
                "body",
                body);
    }

    private static JsonPath push(Map<String, Object> operation) {
        return Accounts.DIRECTOR
                .request()
                .body(Map.of("operations", List.of(operation)))
                .post("/api/v1/sync/operations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void aReportFromThePhoneAtNightIsOneIncidentAndOneMessageEach() throws Exception {
        clock.moveTo(LocalDays.at(LocalDays.today(clock).plusDays(1), LocalTime.of(3, 0)));
        Instant discovered = clock.instant().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
        Accounts.COUNTY
                .request()
                .body(Map.of(
                        "platform",
                        "ANDROID",
                        "channel",
                        "FCM",
                        "appVersion",
                        "1.0.0",
                        "target",
                        Map.of("kind", "TOKEN", "value", "token-" + phone)))
                .put("/api/v1/devices/{id}", phone)
                .then()
                .statusCode(201);
        UUID incident = UUID.randomUUID();
        Map<String, Object> form = Map.of("discoveredAt", discovered.toString(), "unknownChildDesc", "桥下的男孩");
        Map<String, Object> operation = operation(incident, discovered, form);

        List<String> outcomes = List.of(
                push(operation).getString("results[0].outcome"),
                push(operation).getString("results[0].outcome"),
                push(operation(incident, discovered, form)).getString("results[0].outcome"));

        assertThat(outcomes).containsExactly("APPLIED", "DUPLICATE", "APPLIED");
        assertThat(Danger.told(database, incident))
                .containsExactly("incident-reported COUNTY_CIVIL_AFFAIRS", "incident-reported TOWNSHIP_COORDINATOR");
        assertThat(Sql.number(
                        database,
                        """
                        select count(*) from delivery d join notification n on n.id = d.notification_id
                        where n.subject_id = ? and d.device_id = ? and d.next_attempt_at <= ?
                        """,
                        incident,
                        phone,
                        clock.instant().plusSeconds(60).atOffset(java.time.ZoneOffset.UTC)))
                .isEqualTo(1);
        Accounts.COUNTY
                .request()
                .get("/api/v1/incidents/{id}", incident)
                .then()
                .statusCode(200)
                .body("version", equalTo(0))
                .body("areaCode", equalTo(Accounts.VILLAGE))
                .body("stages.stage", contains("DISCOVERED"))
                .body("stages[0].at", equalTo(discovered.toString()))
                .body(
                        "reportDueAt",
                        equalTo(discovered.plus(Duration.ofHours(24)).toString()))
                .body("missing", hasItems("situationCodes", "reportedTo", "reportedAt"));
    }

    @Test
    void theFirstAnswerSaysWhatToDoAndWhomToCall() {
        Accounts.DIRECTOR
                .request()
                .body(Map.of())
                .put("/api/v1/incidents/{id}", UUID.randomUUID())
                .then()
                .statusCode(201)
                .body("advice[0]", equalTo("CALL_110"))
                .body("hotlines[0].number", equalTo("110"))
                .body("hotlines.number", hasItems("120", "12338", "12345", "12349", "12355"))
                .body("missing", hasItems("discoveredAt", "childId"));
    }

    @Test
    void whatCannotBeReadIsKeptAsideAndNamed() throws Exception {
        UUID id = UUID.randomUUID();
        Map<String, Object> form = Danger.seen();
        form.put("situationCodes", List.of("A4", "Z9"));
        form.put("placement", "MOON");
        form.put("reportedAt", "yesterday");
        form.put("ongoingDanger", "perhaps");
        form.put("areaCode", "12");

        Accounts.DIRECTOR
                .request()
                .body(form)
                .put("/api/v1/incidents/{id}", id)
                .then()
                .statusCode(201)
                .body("situationCodes", contains("A4"))
                .body("missing", hasItems("situationCodes", "placement", "reportedAt", "ongoingDanger", "areaCode"))
                .body("missing", not(hasItem("discoveredAt")));

        assertThat(Sql.number(database, "select count(*) from incident_report where incident_id = ?", id))
                .isEqualTo(1);
    }

    /** E3 of the data dictionary. */
    @Test
    void theDelayRunsFromTheDiscoveryAndNotFromTheUpload() {
        Instant discovered = clock.instant().minus(Duration.ofMinutes(210)).truncatedTo(ChronoUnit.SECONDS);
        UUID id = UUID.randomUUID();

        Accounts.DIRECTOR
                .request()
                .body(Map.of(
                        "discoveredAt", discovered.toString(),
                        "reportedAt", discovered.plus(Duration.ofMinutes(4)).toString(),
                        "reportChannel", "CALL_110",
                        "reportedTo", List.of("POLICE")))
                .put("/api/v1/incidents/{id}", id)
                .then()
                .statusCode(201)
                .body("reportDelayMin", equalTo(4))
                .body("stage", equalTo("REPORTED"))
                .body("stages.stage", contains("DISCOVERED", "REPORTED"))
                .body("stages[0].at", equalTo(discovered.toString()));
    }

    @Test
    void anotherBodyCompletesItAndTheSameChangesNothing() throws Exception {
        Map<String, Object> first = Danger.seen();
        UUID id = Danger.reported(Accounts.DIRECTOR.request(), first);
        Map<String, Object> second = Map.of("situationCodes", List.of("A4"), "ongoingDanger", true);

        Accounts.DIRECTOR
                .request()
                .body(second)
                .put("/api/v1/incidents/{id}", id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("situationCodes", contains("A4"))
                .body("unknownChildDesc", equalTo(first.get("unknownChildDesc")));
        Accounts.DIRECTOR
                .request()
                .body(second)
                .put("/api/v1/incidents/{id}", id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("situationCodes", contains("A4"));

        assertThat(Danger.told(database, id))
                .containsExactly(
                        "incident-danger COUNTY_CIVIL_AFFAIRS",
                        "incident-danger TOWNSHIP_COORDINATOR",
                        "incident-reported COUNTY_CIVIL_AFFAIRS",
                        "incident-reported TOWNSHIP_COORDINATOR");
    }

    @Test
    void whatIsSaidAgainAfterAnotherWordIsMeantAgain() {
        UUID id = Danger.reported(Accounts.DIRECTOR.request(), Map.of("situationCodes", List.of("B1")));

        for (String situation : List.of("B2", "B1")) {
            Accounts.DIRECTOR
                    .request()
                    .body(Map.of("situationCodes", List.of(situation)))
                    .put("/api/v1/incidents/{id}", id)
                    .then()
                    .statusCode(200)
                    .body("situationCodes", contains(situation));
        }
    }

    @Test
    void textsAreSealed() throws Exception {
        UUID id = Danger.reported(Accounts.DIRECTOR.request(), Danger.seen());

        assertThat(Sql.number(database, """
                        select count(*) from incident i join incident_report r on r.incident_id = i.id
                        where i.id = ? and i::text not like '%男孩%' and r::text not like '%男孩%'
                          and i.unknown_child_desc_cipher is not null
                        """, id)).isEqualTo(1);
    }

    @Test
    void anOpenIncidentHasSomebodyWhoAnswersAndATaskThatFollows() throws Exception {
        UUID id = Danger.reported(Accounts.DIRECTOR.request(), Danger.seen());

        Accounts.COORDINATOR
                .request()
                .get("/api/v1/incidents/{id}", id)
                .then()
                .statusCode(200)
                .body(
                        "responsibleAppointmentId",
                        equalTo(Accounts.COORDINATOR
                                .appointment("TOWNSHIP_COORDINATOR")
                                .toString()))
                .body("followUpTaskIds.size()", equalTo(1));
        assertThat(Sql.number(
                        database,
                        "select count(*) from access_log where ? = any (subject_ids) and action = 'incident.read'",
                        id))
                .isEqualTo(1);
    }
}
