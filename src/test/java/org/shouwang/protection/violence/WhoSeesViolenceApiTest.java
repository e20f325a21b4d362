package org.shouwang.protection.violence;

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
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Sql;

/** What each role sees of a case of violence equals a table that was written by hand ({@code violence-by-hand.csv}). */
@QuarkusTest
class WhoSeesViolenceApiTest {

    private static final long TOWN = 610304101000L;
    private static final long ELSEWHERE = 610304103000L;
    private static final String OTHER_VILLAGE = "610304106200";

    @Inject
    AgroalDataSource database;

    @Inject
    KeyedHash hashes;

    @Inject
    FieldCipher cipher;

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Seen> cases = new HashMap<>();
    private final UUID court = UUID.randomUUID();
    private RoleWorkers workers;

    /** A case with the task that its warning letter asks for, and its referral to a court in which nobody is in office. */
    private record Seen(UUID id, UUID task, UUID referral) {}

    @BeforeEach
    void aCaseForEachPlaceVictimAndGrant() throws Exception {
        UUID agency = UUID.randomUUID();
        Sql.update(
                database,
                "insert into organisation (id, name, kind, area_code) values (?, '测试派出所', 'POLICE', ?)",
                agency,
                610304000000L);
        courtThatNobodyMans();
        workers = new RoleWorkers(database, hashes, cipher);
        workers.appointAll(ELSEWHERE);
        Cases.Family own = Cases.Family.settled(Accounts.DIRECTOR, Accounts.VILLAGE);
        Cases.Family other = Cases.Family.settled(Accounts.OTHER_TOWN_DIRECTOR, OTHER_VILLAGE);
        for (String open : List.of("no", "yes")) {
            cases.put("own/CHILD/" + open, open(Accounts.DIRECTOR, Cases.ofChild(own.child())));
            cases.put("own/WOMAN/" + open, open(Accounts.TOWNSHIP_CHAIR, Cases.ofWoman(own.woman())));
            cases.put("other/CHILD/" + open, open(Accounts.OTHER_TOWN_DIRECTOR, Cases.ofChild(other.child())));
            cases.put("other/WOMAN/" + open, open(Accounts.WOMENS_FEDERATION, Cases.ofWoman(other.woman())));
        }
        workers.appointAll(TOWN);
        workers.appoint(RoleCode.AGENCY_OFFICER, null, agency);
        for (Map.Entry<String, Seen> one : cases.entrySet()) {
            if (one.getKey().endsWith("/yes")) {
                give(one.getValue().id(), agency);
            }
        }
    }

    private Seen open(Accounts author, Map<String, Object> form) throws Exception {
        UUID id = Cases.opened(author.request(), form);
        UUID letter = UUID.randomUUID();
        String today = Demo.today().toString();
        author.request()
                .body(Map.of("issuedOn", today, "villageNotifiedOn", today))
                .put(Cases.PATH + "/warning-letters/{letter}", id, letter)
                .then()
                .statusCode(201);
        return new Seen(
                id,
                UUID.fromString(Sql.texts(database, "select task_id from violence_task where letter_id = ?", letter)
                        .get(0)),
                referred(author, id));
    }

    private void courtThatNobodyMans() throws Exception {
        UUID entry = UUID.randomUUID();
        Sql.update(
                database,
                "insert into organisation (id, name, kind, area_code) values (?, '测试法院', 'GOVERNMENT_UNIT', ?)",
                court,
                610304000000L);
        Sql.update(database, """
                insert into resource (id, area_code, organisation_id, name, category, phone, hours, accepts_referral_types,
                                      provider_type, verified_on, created_at, updated_at)
                values (?, 610304000000, ?, '接收单位', 'POLICE_STATION', '0917-12345', '[]', '{JUDICIAL}', 'GOV', current_date,
                        now(), now())
                """, entry, court);
        Sql.update(database, "insert into resource_area (resource_id, area_code) values (?, 610304000000)", entry);
    }

    private UUID referred(Accounts author, UUID id) {
        UUID referral = UUID.randomUUID();
        Cases.act(
                        author.request(),
                        id,
                        "stages/JUDICIAL/refer",
                        Map.of(
                                "id",
                                referral,
                                "organisationId",
                                court,
                                "urgency",
                                "URGENT",
                                "summary",
                                "请协助申请保护令",
                                "consentStatus",
                                "NOT_NEEDED_LEGAL_DUTY",
                                "legalGround",
                                "DOMESTIC_VIOLENCE_14"))
                .then()
                .statusCode(200);
        return referral;
    }

    /** To every post, past the application: where the role may not have it, the row alone opens nothing. The agency has a stage. */
    private void give(UUID id, UUID agency) throws Exception {
        for (RoleCode role : RoleCode.values()) {
            if (role != RoleCode.AGENCY_OFFICER) {
                Sql.update(database, """
                        insert into violence_grant (case_id, appointment_id, how, granted_at) values (?, ?, 'GIVEN', now())
                        """, id, workers.of(role).appointment());
            }
        }
        Sql.update(
                database,
                "update violence_stage set organisation_id = ?, status = 'RUNNING' where case_id = ? and stage = 'SHELTER'",
                agency,
                id);
    }

    @AfterEach
    void nobodyStays() throws Exception {
        workers.dismiss();
        for (Seen seen : cases.values()) {
            Sql.update(database, "update violence_case set closed_at = now() where id = ?", seen.id());
            Sql.update(database, "update task set status = 'CANCELLED' where id = ?", seen.task());
            Sql.update(database, "update referral set status = 'CLOSED' where id = ?", seen.referral());
            Sql.update(
                    database, "update referral_watch set next_look_at = null where referral_id = ?", seen.referral());
        }
    }

    @Test
    void everyRoleSeesWhatTheTableSays() throws Exception {
        Map<RoleCode, Pulled> pulled = new HashMap<>();
        try (InputStream file = getClass().getResourceAsStream("/violence-by-hand.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(Objects.requireNonNull(file), UTF_8))) {
            for (NamedCsvRecord row : rows) {
                RoleCode role = RoleCode.valueOf(row.getField("role"));
                RoleWorkers.Worker worker = workers.of(role);
                for (String victim : row.getField("victim").split(" ", -1)) {
                    Seen at = Objects.requireNonNull(
                            cases.get(row.getField("place") + "/" + victim + "/" + row.getField("open")));
                    seen(row, worker, at);
                    if (!row.getField("feed").equals("none")) {
                        fed(row, pulled.computeIfAbsent(role, none -> Pulled.full(worker.token())), at);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private void check(NamedCsvRecord row, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(row.getFields() + " " + what + ": " + found + " and not " + expected);
        }
    }

    private void seen(NamedCsvRecord row, RoleWorkers.Worker worker, Seen at) {
        Response one = Cases.get(worker.request(), at.id());
        check(row, "get", row.getField("get"), Integer.toString(one.statusCode()));
        String whole = one.statusCode() != 200
                ? "none"
                : Cases.WISH.equals(one.path("victimWish")) && one.path("authorAppointmentId") != null
                        ? "yes"
                        : one.asString().contains("妹妹") || one.path("responsibleAppointmentId") != null ? "part" : "no";
        check(row, "whole", row.getField("whole"), whole);
        Response nothing = Cases.get(worker.request(), UUID.randomUUID());
        if (one.statusCode() != 200) {
            check(row, "words", words(nothing), words(one));
        }
        referral(row, worker, at);
        Response list = worker.request().get("/api/v1/violence-cases?limit=500");
        String listed = list.statusCode() != 200
                ? "refused"
                : list.asString().contains(at.id().toString()) ? "yes" : "no";
        check(row, "list", row.getField("list"), listed);
        check(
                row,
                "task",
                404,
                worker.request().get("/api/v1/tasks/{id}", at.task()).statusCode());
        check(
                row,
                "task in list",
                false,
                worker.request()
                        .get("/api/v1/tasks?limit=500&area=" + TOWN)
                        .asString()
                        .contains(at.task().toString()));
        Response closing = given().spec(worker.request())
                .body(Map.of("id", UUID.randomUUID(), "reason", "办结"))
                .post(Cases.PATH + "/close", at.id());
        if (one.statusCode() != 200) {
            check(row, "act", words(one), words(closing));
        }
    }

    /** To whom the case is open otherwise, its referrals are not: they name the person and tell what is done. */
    private void referral(NamedCsvRecord row, RoleWorkers.Worker worker, Seen at) {
        String status = row.getField("referral");
        Response one = worker.request().get("/api/v1/referrals/{id}", at.referral());
        check(row, "referral", status, Integer.toString(one.statusCode()));
        check(
                row,
                "referral in list",
                status.equals("200"),
                worker.request()
                        .get("/api/v1/referrals?limit=500")
                        .asString()
                        .contains(at.referral().toString()));
    }

    private static String words(Response refused) {
        JsonPath problem = refused.jsonPath();
        return refused.statusCode()
                + problem.getString("type")
                + problem.getString("title")
                + problem.getString("detail")
                + problem.getMap("$").keySet();
    }

    private void fed(NamedCsvRecord row, Pulled pulled, Seen at) {
        check(row, "feed", row.getField("feed"), isFed(pulled, at.id()) ? "yes" : "no");
        check(row, "task in the feed", false, isFed(pulled, at.task()));
    }

    private static boolean isFed(Pulled pulled, UUID id) {
        return pulled.changes().stream().anyMatch(change -> id.toString().equals(change.get("id")));
    }
}
