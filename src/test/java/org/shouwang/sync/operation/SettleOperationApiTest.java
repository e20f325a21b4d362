package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.sync.operation.OfflinePhone.body;
import static org.shouwang.sync.operation.OfflinePhone.visit;
import static org.shouwang.sync.operation.OfflinePhone.withBody;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** What was not accepted is in the list until somebody settles it, and its author's phone is told. */
@QuarkusTest
class SettleOperationApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    ForgetOperations forget;

    private OfflinePhone phone;
    private Families.Household household;
    private UUID child;

    @BeforeEach
    void aFamily() {
        phone = new OfflinePhone(Accounts.DIRECTOR);
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        child = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "MEDIUM");
    }

    /** A visit of four months ago: too late to be believed. */
    private Map<String, Object> tooOld() {
        Map<String, Object> form = visit(household.id(), child);
        form.put("startedAt", Demo.now().minus(Duration.ofDays(120)).toString());
        form.put("findings", "secret of the family");
        return phone.operation("visit.record", UUID.randomUUID(), form);
    }

    private Map<String, Object> rejected() {
        Map<String, Object> operation = tooOld();
        assertThat(phone.push(operation).getString("results[0].outcome")).isEqualTo("REJECTED");
        return operation;
    }

    private static String item(Map<String, Object> operation) {
        return "items.find { it.id == '" + operation.get("id") + "' }";
    }

    private static ValidatableResponse list(Accounts who) {
        return who.request()
                .get("/api/v1/sync/operations?limit=500&area=" + Accounts.VILLAGE)
                .then();
    }

    private ValidatableResponse settle(Accounts who, Object operationId, String how, Map<String, Object> form) {
        return who.request()
                .body(form)
                .post("/api/v1/sync/operations/{worker}/{id}/" + how, phone.workerId(), operationId)
                .then();
    }

    @Test
    void itIsListedForTheVillageAndShownToWhoeverSettlesIt() throws Exception {
        Map<String, Object> operation = rejected();

        list(Accounts.COORDINATOR)
                .statusCode(200)
                .body(item(operation) + ".outcome", equalTo("REJECTED"))
                .body(item(operation) + ".problem.violations.rule", hasItem("visit-too-old"))
                .body(item(operation) + ".body.findings", equalTo("secret of the family"));
        list(Accounts.CHAIR_AND_DIRECTOR).statusCode(200).body(item(operation) + ".body", nullValue());
        list(Accounts.OTHER_TOWN_DIRECTOR).statusCode(200).body("items.id", not(hasItem(operation.get("id"))));
        assertThat(phone.told(operation.get("id"))).containsEntry("outcome", "REJECTED");
        assertThat(Sql.number(
                        database,
                        "select count(*) from sync_operation where id = ?"
                                + " and position('secret of'::bytea in kept_cipher) > 0",
                        operation.get("id")))
                .isZero();
    }

    @Test
    void correctedItIsItsAuthorsVisit() {
        Map<String, Object> operation = rejected();
        Map<String, Object> corrected = body(withBody(
                operation, "startedAt", Demo.now().minus(Duration.ofDays(12)).toString()));

        settle(Accounts.COORDINATOR, operation.get("id"), "accept", Map.of("body", corrected))
                .statusCode(200)
                .body("outcome", equalTo("APPLIED"))
                .body("settledAs", equalTo("ACCEPTED"));

        phone.request()
                .get("/api/v1/visits/{id}", corrected.get("id"))
                .then()
                .statusCode(200)
                .body(
                        "visitorAppointmentId",
                        equalTo(Accounts.DIRECTOR
                                .appointment("CHILDREN_DIRECTOR")
                                .toString()));
        assertThat(phone.told(operation.get("id"))).containsEntry("settledAs", "ACCEPTED");
        assertThat(phone.push(operation).getString("results[0].outcome")).isEqualTo("DUPLICATE");
        list(Accounts.COORDINATOR)
                .body("items.id", not(hasItem(operation.get("id").toString())));
    }

    @Test
    void whatIsStillWrongIsRefusedToTheCoordinatorAndStaysOpen() {
        Map<String, Object> operation = rejected();

        settle(Accounts.COORDINATOR, operation.get("id"), "accept", Map.of())
                .statusCode(422)
                .body("violations.rule", hasItem("visit-too-old"));

        list(Accounts.COORDINATOR).body("items.id", hasItem(operation.get("id").toString()));
    }

    @Test
    void dismissedItsAuthorReadsWhy() {
        Map<String, Object> operation = rejected();

        settle(Accounts.COORDINATOR, operation.get("id"), "dismiss", Map.of("reason", "entered twice"))
                .statusCode(200)
                .body("settledAs", equalTo("DISMISSED"));

        assertThat(phone.told(operation.get("id")))
                .containsEntry("settledAs", "DISMISSED")
                .containsEntry("reason", "entered twice");
        settle(Accounts.COORDINATOR, operation.get("id"), "dismiss", Map.of("reason", "entered twice"))
                .statusCode(200);
        settle(Accounts.COORDINATOR, operation.get("id"), "accept", Map.of()).statusCode(409);
        assertThat(phone.push(operation).getString("results[0].outcome")).isEqualTo("REJECTED");
    }

    @Test
    void nobodySettlesTheirOwnOrAnothersTowns() {
        Map<String, Object> operation = rejected();

        settle(Accounts.DIRECTOR, operation.get("id"), "dismiss", Map.of("reason", "mine"))
                .statusCode(403);
        settle(Accounts.COORDINATOR, UUID.randomUUID(), "dismiss", Map.of("reason", "none"))
                .statusCode(404);
    }

    @Test
    void aVisitWaitsForTheChildsFileAndFollowsIt() {
        UUID newChild = UUID.randomUUID();
        Map<String, Object> file = Families.child(Accounts.VILLAGE, household);
        file.put("birthDate", "1990-01-01");
        Map<String, Object> registers = phone.operation("child.register", newChild, file);
        Map<String, Object> visits =
                phone.operation("visit.record", UUID.randomUUID(), visit(household.id(), newChild));

        JsonPath answer = phone.push(registers, visits);

        assertThat(answer.getList("results.outcome")).containsExactly("REJECTED", "HELD");
        assertThat(answer.getString("results[1].waitsFor"))
                .isEqualTo(registers.get("id").toString());
        Map<String, Object> corrected = body(withBody(registers, "birthDate", "2016-05-02"));
        settle(Accounts.COORDINATOR, registers.get("id"), "accept", Map.of("body", corrected))
                .statusCode(200);
        assertThat(phone.told(visits.get("id"))).containsEntry("outcome", "APPLIED");
        assertThat(phone.push(visits).getString("results[0].outcome")).isEqualTo("DUPLICATE");
    }

    @Test
    void aCorrectedFileOfThePhoneItselfReleasesTheVisit() {
        UUID newChild = UUID.randomUUID();
        Map<String, Object> file = Families.child(Accounts.VILLAGE, household);
        file.put("birthDate", "1990-01-01");
        Map<String, Object> visits =
                phone.operation("visit.record", UUID.randomUUID(), visit(household.id(), newChild));
        phone.push(phone.operation("child.register", newChild, file), visits);
        file.put("birthDate", "2016-05-02");

        phone.push(phone.operation("child.register", newChild, file));

        assertThat(phone.push(visits).getString("results[0].outcome")).isEqualTo("DUPLICATE");
    }

    @Test
    void whatWaitedForADismissedFileIsJudgedForItself() {
        UUID newChild = UUID.randomUUID();
        Map<String, Object> file = Families.child(Accounts.VILLAGE, household);
        file.put("birthDate", "1990-01-01");
        Map<String, Object> registers = phone.operation("child.register", newChild, file);
        Map<String, Object> visits =
                phone.operation("visit.record", UUID.randomUUID(), visit(household.id(), newChild));
        phone.push(registers, visits);

        settle(Accounts.COORDINATOR, registers.get("id"), "dismiss", Map.of("reason", "no child"))
                .statusCode(200);

        assertThat(phone.told(visits.get("id"))).containsEntry("outcome", "REJECTED");
    }

    @Test
    void afterFourHundredDaysOnlyWhatNobodySettledIsKept() throws Exception {
        Map<String, Object> open = rejected();
        Map<String, Object> settled = rejected();
        settle(Accounts.COORDINATOR, settled.get("id"), "dismiss", Map.of("reason", "old"))
                .statusCode(200);
        Sql.update(
                database,
                "update sync_operation set received_at = now() - interval '401 days' where id in (?, ?)",
                open.get("id"),
                settled.get("id"));

        forget.runOnce().await().atMost(Duration.ofSeconds(30));

        assertThat(Sql.number(database, "select count(*) from sync_operation where id = ?", open.get("id")))
                .isOne();
        assertThat(Sql.number(database, "select count(*) from sync_operation where id = ?", settled.get("id")))
                .isZero();
    }

    @Test
    void aCorrectionIsAboutTheSameRecord() {
        Map<String, Object> operation = rejected();

        settle(Accounts.COORDINATOR, operation.get("id"), "accept", Map.of("body", Map.of("id", UUID.randomUUID())))
                .statusCode(422)
                .body("violations.rule", hasItem("same-record"));
    }

    @Test
    void settledLongAfterItsAuthorHasLeftItIsStillTheAuthors() throws Exception {
        UUID post = UUID.randomUUID();
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, appointed_on)"
                        + " values (?, cast(? as uuid), 'CHILDREN_DIRECTOR', ?, date '2025-01-01')",
                post,
                phone.workerId(),
                Long.valueOf(Accounts.SECOND_VILLAGE));
        Map<String, Object> operation = OfflinePhone.with(tooOld(), "appointmentId", post);
        assertThat(phone.push(operation).getString("results[0].outcome")).isEqualTo("REJECTED");
        Sql.update(
                database,
                "update appointment set status = 'ENDED', end_reason = 'TRANSFER', ended_on = current_date - 60 where id = ?",
                post);
        Sql.update(
                database,
                "update sync_operation set received_at = now() - interval '70 days' where id = ?",
                operation.get("id"));
        Map<String, Object> corrected = body(withBody(
                operation, "startedAt", Demo.now().minus(Duration.ofDays(80)).toString()));

        settle(Accounts.COORDINATOR, operation.get("id"), "accept", Map.of("body", corrected))
                .statusCode(200);

        phone.request()
                .get("/api/v1/visits/{id}", corrected.get("id"))
                .then()
                .body("visitorAppointmentId", equalTo(post.toString()));
    }
}
