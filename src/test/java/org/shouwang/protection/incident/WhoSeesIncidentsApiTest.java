package org.shouwang.protection.incident;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.RolePosts;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Sql;

/** What each role sees of an incident equals a table that was written by hand ({@code incidents-by-hand.csv}). */
@QuarkusTest
class WhoSeesIncidentsApiTest {

    private static final long TOWN = 610304101000L;
    private static final long ELSEWHERE = 610304103000L;
    private static final UUID POLICE = UUID.nameUUIDFromBytes("demo/organisation/POLICE".getBytes(UTF_8));

    @Inject
    AgroalDataSource database;

    @Inject
    KeyedHash hashes;

    @Inject
    FieldCipher cipher;

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Flagged> flagged = new HashMap<>();
    private RoleWorkers workers;

    /** An incident that a visit opened, with the task that follows it. */
    private record Flagged(UUID incident, UUID visit, UUID task) {}

    @BeforeEach
    void anIncidentForEachPlaceAndGrant() throws Exception {
        workers = new RoleWorkers(database, hashes, cipher);
        workers.appointAll(ELSEWHERE);
        for (String granted : List.of("no", "yes")) {
            flagged.put("own/" + granted, open(Accounts.DIRECTOR, Accounts.VILLAGE));
            flagged.put("other/" + granted, open(Accounts.OTHER_TOWN_DIRECTOR, "610304106200"));
        }
        workers.appointAll(TOWN);
        workers.appoint(RoleCode.AGENCY_OFFICER, null, POLICE);
        for (RoleCode role : RoleCode.values()) {
            give(role, Objects.requireNonNull(flagged.get("own/yes")));
            give(role, Objects.requireNonNull(flagged.get("other/yes")));
        }
    }

    @AfterEach
    void nobodyStays() throws Exception {
        workers.dismiss();
    }

    private Flagged open(Accounts director, String village) throws Exception {
        Families.Household household = Families.settle(director, village);
        UUID child = UUID.randomUUID();
        UUID visit = UUID.randomUUID();
        director.request()
                .body(Families.child(village, household))
                .put("/api/v1/children/{id}", child)
                .then()
                .statusCode(201);
        director.request()
                .body(Map.of(
                        "householdId",
                        household.id(),
                        "method",
                        "HOME",
                        "purpose",
                        "ROUTINE",
                        "startedAt",
                        Demo.now().minusSeconds(1800).toString(),
                        "outcome",
                        "MET_CHILD",
                        "children",
                        List.of(Map.of("childId", child, "met", true, "unattended", "U8_UNATTENDED"))))
                .put("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(201);
        UUID incident = UUID.fromString(Danger.texts(database, "select id from incident where visit_id = ?", visit)
                .get(0));
        UUID task = UUID.fromString(
                Danger.texts(database, "select task_id from incident_follow_up where incident_id = ?", incident)
                        .get(0));
        return new Flagged(incident, visit, task);
    }

    /** By the county lead; past the application where the role may not have it: then the row alone opens nothing. */
    private void give(RoleCode role, Flagged to) throws Exception {
        UUID post = workers.of(role).appointment();
        if (RolePosts.rights(role).contains(Right.INCIDENT_READ)) {
            Accounts.COUNTY
                    .request()
                    .body(Map.of("id", UUID.randomUUID(), "appointmentId", post))
                    .post("/api/v1/incidents/{id}/grants", to.incident())
                    .then()
                    .statusCode(200);
        } else {
            Sql.update(database, """
                    insert into incident_grant (incident_id, appointment_id, how, police, granted_at)
                    values (?, ?, 'GIVEN', false, now())
                    """, to.incident(), post);
        }
    }

    @Test
    void everyRoleSeesWhatTheTableSays() throws Exception {
        Map<RoleCode, Pulled> pulled = new HashMap<>();
        try (InputStream file = getClass().getResourceAsStream("/incidents-by-hand.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(Objects.requireNonNull(file), UTF_8))) {
            for (NamedCsvRecord row : rows) {
                RoleCode role = RoleCode.valueOf(row.getField("role"));
                Flagged at = Objects.requireNonNull(flagged.get(row.getField("place") + "/" + row.getField("granted")));
                RoleWorkers.Worker worker = workers.of(role);
                seen(row, worker, at);
                visited(row, worker, at);
                if (!row.getField("feed").equals("none")) {
                    fed(row, pulled.computeIfAbsent(role, none -> Pulled.full(worker.token())), at);
                }
                amended(row, worker, at);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private void check(NamedCsvRecord row, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(row.getFields() + " " + what + ": " + found + " and not " + expected);
        }
    }

    private void seen(NamedCsvRecord row, RoleWorkers.Worker worker, Flagged at) {
        Response one = worker.request().get("/api/v1/incidents/{id}", at.incident());
        check(row, "get", row.getField("get"), Integer.toString(one.statusCode()));
        String reporter = one.statusCode() != 200
                ? "none"
                : one.path("reporterAppointmentId") == null && one.path("visitId") == null ? "hidden" : "shown";
        check(row, "reporter", row.getField("reporter"), reporter);
        if (one.statusCode() == 404) {
            check(row, "words", words(worker.request().get("/api/v1/incidents/{id}", UUID.randomUUID())), words(one));
        }
        Response list = worker.request().get("/api/v1/incidents?limit=500");
        String listed = list.statusCode() != 200
                ? "refused"
                : list.asString().contains(at.incident().toString()) ? "yes" : "no";
        check(row, "list", row.getField("list"), listed);
        check(
                row,
                "task in list",
                false,
                worker.request()
                                .get("/api/v1/tasks?limit=500&area=" + TOWN)
                                .asString()
                                .contains(at.task().toString())
                        && !row.getField("role").equals("COUNTY_CIVIL_AFFAIRS"));
        boolean lead = row.getField("role").equals("COUNTY_CIVIL_AFFAIRS")
                && row.getField("place").equals("own");
        check(
                row,
                "task",
                lead ? 200 : 404,
                worker.request().get("/api/v1/tasks/{id}", at.task()).statusCode());
    }

    private static String words(Response refused) {
        JsonPath problem = refused.jsonPath();
        return refused.statusCode()
                + problem.getString("type")
                + problem.getString("title")
                + problem.getString("detail")
                + problem.getMap("$").keySet();
    }

    private void visited(NamedCsvRecord row, RoleWorkers.Worker worker, Flagged at) {
        Response visit = worker.request().get("/api/v1/visits/{id}", at.visit());
        String flag = visit.statusCode() != 200
                ? "none"
                : "U8_UNATTENDED".equals(visit.path("children[0].unattended")) ? "shown" : "hidden";
        check(row, "flag", row.getField("flag"), flag);
        if (flag.equals("hidden")) {
            check(row, "as if nobody had asked", true, visit.path("children[0].notAsked.contains('unattended')"));
        }
    }

    private void fed(NamedCsvRecord row, Pulled pulled, Flagged at) {
        String fed = pulled.changes().stream()
                        .anyMatch(change -> at.incident().toString().equals(change.get("id")))
                ? "yes"
                : "no";
        check(row, "feed", row.getField("feed"), fed);
        check(row, "task in the feed", false, pulled.changes().stream().anyMatch(change -> at.task()
                .toString()
                .equals(change.get("id"))));
        String flag = pulled.kind("visit").stream()
                .filter(visit -> at.visit().toString().equals(visit.get("id")))
                .map(visit -> visit.toString().contains("U8_UNATTENDED") ? "shown" : "hidden")
                .findFirst()
                .orElse("none");
        check(row, "flag in the feed", row.getField("flag"), flag);
    }

    private void amended(NamedCsvRecord row, RoleWorkers.Worker worker, Flagged at) {
        Response answer = given().spec(worker.request())
                .body(Map.of("ongoingDanger", false, "deviceId", UUID.randomUUID()))
                .put("/api/v1/incidents/{id}", at.incident());
        check(row, "put", row.getField("put"), Integer.toString(answer.statusCode()));
    }
}
