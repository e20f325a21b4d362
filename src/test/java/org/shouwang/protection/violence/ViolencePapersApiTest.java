package org.shouwang.protection.violence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.LocalDays;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

/** Warning letters and protection orders with what they ask for, on the days of the worked examples (E8, E9). */
@QuarkusTest
class ViolencePapersApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    SweepOrders sweep;

    private Cases.Family family;
    private String director;
    private UUID id;

    @BeforeEach
    void aCaseOfAChild() {
        family = Cases.Family.settled(Accounts.DIRECTOR, Accounts.VILLAGE);
        director = Accounts.DIRECTOR.token();
        id = Cases.opened(director(), Cases.ofChild(family.child()));
    }

    @AfterEach
    void nothingIsLeftOpen() {
        clock.moveTo(Instant.now());
        RequestSpecification fresh = Accounts.DIRECTOR.request();
        if (Cases.act(fresh, id, "close", Map.of("reason", "办结")).statusCode() != 200) {
            Cases.finish(fresh, id);
            Cases.act(fresh, id, "close", Map.of("reason", "办结")).then().statusCode(200);
        }
    }

    private RequestSpecification director() {
        return Accounts.with(director);
    }

    /** Tokens live in real time, and so does the session that is signed in. */
    private void on(String day) {
        clock.moveTo(LocalDays.at(LocalDate.parse(day), LocalTime.of(10, 0)));
    }

    private void sweep() {
        Awaited.result(sweep::runOnce);
    }

    private Response letter(UUID letter, Map<String, Object> form) {
        return given().spec(director()).body(form).put(Cases.PATH + "/warning-letters/{letter}", id, letter);
    }

    private Response order(UUID order, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(more);
        form.putIfAbsent("appliedOn", "2026-01-18");
        form.putIfAbsent("appliedBy", "VICTIM");
        return given().spec(director()).body(form).put(Cases.PATH + "/orders/{order}", id, order);
    }

    private List<String> tasks(String column, UUID paper) throws Exception {
        return Sql.texts(database, "select " + column + """
                 from violence_task v join task t on t.id = v.task_id
                where coalesce(v.letter_id, v.order_id) = ? order by t.due_on, t.id
                """, paper);
    }

    /** E8: received on 2026-05-06, the visit is due on 2026-06-05. */
    @Test
    void aWarningLetterAsksForAVisitFromTheDayTheVillageWasNotified() throws Exception {
        on("2026-05-06");
        UUID letter = UUID.randomUUID();
        letter(letter, Map.of("issuedOn", "2026-05-05", "letterNo", "陈公告字第1号"))
                .then()
                .statusCode(201);
        assertThat(tasks("due_on", letter)).isEmpty();

        Map<String, Object> notified = Map.of("issuedOn", "2026-05-05", "villageNotifiedOn", "2026-05-06");
        letter(letter, notified)
                .then()
                .statusCode(200)
                .body("warningLetters[0].letterNo", equalTo("陈公告字第1号"))
                .body("warningLetters[0].tasks[0].dueOn", equalTo("2026-06-05"));
        letter(letter, notified).then().statusCode(200);

        assertThat(tasks("due_on", letter)).containsExactly("2026-06-05");
        assertThat(tasks("task_type", letter)).containsExactly("WARNING_LETTER_VISIT");
        UUID task = UUID.fromString(tasks("id", letter).get(0));
        director().get("/api/v1/tasks/{id}", task).then().statusCode(200);
        Accounts.COUNTY.request().get("/api/v1/tasks/{id}", task).then().statusCode(200);
        Accounts.COORDINATOR.request().get("/api/v1/tasks/{id}", task).then().statusCode(404);
        for (String action : List.of("return", "cancel")) {
            director()
                    .body(Map.of("id", UUID.randomUUID(), "reason", "另有安排"))
                    .post("/api/v1/tasks/{id}/" + action, task)
                    .then()
                    .statusCode(action.equals("return") ? 422 : 403);
        }
        Accounts.COUNTY
                .request()
                .body(Map.of("id", UUID.randomUUID(), "reason", "另有安排"))
                .post("/api/v1/tasks/{id}/cancel", task)
                .then()
                .statusCode(422)
                .body("violations.rule", contains("moves-with-incident"));
        letter(UUID.randomUUID(), Map.of("issuedOn", "2026-05-06", "villageNotifiedOn", "2026-05-05"))
                .then()
                .statusCode(422)
                .body("violations.rule", contains("letter-days"));
    }

    @Test
    void theVisitAfterALetterIsToldToTheLeadOnce() throws Exception {
        UUID letter = UUID.randomUUID();
        String yesterday = Demo.today().minusDays(1).toString();
        letter(letter, Map.of("issuedOn", yesterday, "villageNotifiedOn", yesterday))
                .then()
                .statusCode(201);

        director()
                .body(Map.of(
                        "householdId",
                        family.household().id(),
                        "method",
                        "HOME",
                        "purpose",
                        "WARNING_LETTER",
                        "startedAt",
                        Demo.now().minusSeconds(1800).toString(),
                        "outcome",
                        "MET_CHILD",
                        "children",
                        List.of(Map.of("childId", family.child(), "met", true))))
                .put("/api/v1/visits/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);

        assertThat(tasks("status", letter)).containsExactly("DONE");
        assertThat(Cases.told(database, id))
                .containsExactly(
                        "violence-case-opened COUNTY_CIVIL_AFFAIRS", "violence-letter-visited COUNTY_CIVIL_AFFAIRS");
    }

    /** E9: made on 2026-01-20, it ends on 2026-07-20, and that is said on 2026-07-06. */
    @Test
    void anOrderIsCheckedUntilItEndsAndItsEndIsSaidBefore() throws Exception {
        on("2026-01-22");
        UUID order = UUID.randomUUID();
        order(order, Map.of("validFrom", "2026-01-20", "servedOn", "2026-01-22", "measures", List.of("NO_CONTACT")))
                .then()
                .statusCode(201)
                .body("orders[0].validTo", equalTo("2026-07-20"))
                .body("orders[0].tasks", hasSize(1))
                .body("orders[0].tasks[0].dueOn", equalTo("2026-01-29"));
        sweep();
        assertThat(tasks("due_on", order)).containsExactly("2026-01-29");

        for (String day : List.of("2026-01-29", "2026-02-22", "2026-03-22", "2026-04-22", "2026-05-22", "2026-07-05")) {
            on(day);
            sweep();
        }
        assertThat(tasks("due_on", order))
                .containsExactly("2026-01-29", "2026-02-22", "2026-03-22", "2026-04-22", "2026-05-22", "2026-06-22");
        assertThat(Cases.told(database, id)).noneMatch(told -> told.startsWith("order-expiring"));

        on("2026-07-06");
        sweep();
        sweep();
        assertThat(tasks("due_on || ' ' || status", order)).hasSize(7).contains("2026-07-20 NEW");
        sweep();
        assertThat(Cases.told(database, id))
                .filteredOn(told -> told.startsWith("order-expiring"))
                .containsExactly("order-expiring CHILDREN_DIRECTOR", "order-expiring COUNTY_CIVIL_AFFAIRS");
        on("2026-07-21");
        sweep();
        assertThat(tasks("status", order)).containsOnly("CANCELLED");
    }

    @Test
    void anOrderThatIsExtendedDoesNotExpire() throws Exception {
        on("2026-07-01");
        UUID first = UUID.randomUUID();
        order(first, Map.of("validFrom", "2026-01-20")).then().statusCode(201);
        UUID second = UUID.randomUUID();
        order(second, Map.of("extendsId", UUID.randomUUID(), "validFrom", "2026-07-01"))
                .then()
                .statusCode(422)
                .body("violations.rule", contains("order-extends"));
        order(second, Map.of("extendsId", first, "appliedOn", "2026-06-20", "validFrom", "2026-07-01"))
                .then()
                .statusCode(201)
                .body("orders.validTo", contains("2026-07-20", "2027-01-01"));

        on("2026-07-06");
        sweep();

        assertThat(Cases.told(database, id)).noneMatch(told -> told.startsWith("order-expiring"));
    }

    @Test
    void aCourtThatIsLateIsSaidOnceToWhoAnswersAndToTheLead() throws Exception {
        on("2026-01-18");
        UUID slow = UUID.randomUUID();
        UUID urgent = UUID.randomUUID();
        String accepted = "2026-01-18T02:00:00Z";
        order(slow, Map.of("acceptedAt", accepted))
                .then()
                .statusCode(201)
                .body("orders[0].decisionDueAt", equalTo("2026-01-21T02:00:00Z"));
        order(urgent, Map.of("acceptedAt", accepted, "urgent", true)).then().statusCode(201);
        sweep();
        assertThat(Cases.told(database, id)).noneMatch(told -> told.startsWith("order-decision"));

        on("2026-01-19");
        sweep();
        assertThat(Cases.told(database, id))
                .contains("order-decision-late CHILDREN_DIRECTOR", "order-decision-late COUNTY_CIVIL_AFFAIRS")
                .noneMatch(told -> told.startsWith("order-decision-due"));
        order(slow, Map.of("acceptedAt", accepted, "validFrom", "2026-01-19"))
                .then()
                .statusCode(200);
        on("2026-01-22");
        sweep();
        assertThat(Cases.told(database, id)).noneMatch(told -> told.startsWith("order-decision-due"));
    }

    @Test
    void aBreachIsToldAtOnceAndStays() throws Exception {
        on("2026-02-01");
        UUID order = UUID.randomUUID();
        order(order, Map.of("validFrom", "2026-01-20")).then().statusCode(201);
        Map<String, Object> breach =
                Map.of("id", UUID.randomUUID(), "on", "2026-01-31", "text", "到校门口纠缠", "reportedTo", List.of("POLICE"));

        for (int i = 0; i < 2; i++) {
            Cases.act(director(), id, "orders/" + order + "/breaches", breach)
                    .then()
                    .statusCode(200)
                    .body("orders[0].breaches.on", contains("2026-01-31"))
                    .body("orders[0].breaches[0].text", equalTo("到校门口纠缠"));
        }

        assertThat(Cases.told(database, id)).containsOnlyOnce("order-breached COUNTY_CIVIL_AFFAIRS");
        Cases.act(
                        director(),
                        id,
                        "orders/" + UUID.randomUUID() + "/breaches",
                        Map.of("on", "2026-01-31", "text", "到校门口纠缠", "reportedTo", List.of("POLICE")))
                .then()
                .statusCode(404);
    }

    @Test
    void whatACaseAsksForEndsWithItAndBeginsAgain() throws Exception {
        UUID letter = UUID.randomUUID();
        String today = Demo.today().toString();
        letter(letter, Map.of("issuedOn", today, "villageNotifiedOn", today))
                .then()
                .statusCode(201);
        UUID order = UUID.randomUUID();
        String earlier = Demo.today().minusDays(5).toString();
        order(order, Map.of("validFrom", earlier, "servedOn", earlier, "appliedOn", earlier))
                .then()
                .statusCode(201);
        Cases.finish(director(), id);

        Cases.act(director(), id, "close", Map.of("reason", "办结"))
                .then()
                .statusCode(200)
                .body("closedAt", notNullValue());
        assertThat(tasks("status", letter)).containsExactly("CANCELLED");

        Cases.act(Accounts.COUNTY.request(), id, "reopen", Map.of("reason", "复发"))
                .then()
                .statusCode(200);
        assertThat(tasks("status", letter)).containsExactlyInAnyOrder("CANCELLED", "NEW");
        assertThat(tasks("status || ' ' || t.due_on", order))
                .contains("NEW " + Demo.today().plusDays(7))
                .hasSize(2);
    }

    /** Nothing is deleted, and what was never so asks for nothing. */
    @Test
    void whatWasEnteredByMistakeStaysAndAsksForNothing() throws Exception {
        on("2026-02-01");
        UUID order = UUID.randomUUID();
        UUID letter = UUID.randomUUID();
        order(order, Map.of("validFrom", "2026-01-20", "servedOn", "2026-01-22"))
                .then()
                .statusCode(201);
        letter(letter, Map.of("issuedOn", "2026-01-20", "villageNotifiedOn", "2026-01-20"))
                .then()
                .statusCode(201);

        order(order, Map.of("mistaken", true))
                .then()
                .statusCode(200)
                .body("orders[0].mistaken", equalTo(true))
                .body("orders[0].validFrom", equalTo("2026-01-20"));
        letter(letter, Map.of("issuedOn", "2026-01-20", "mistaken", true))
                .then()
                .statusCode(200);
        on("2026-07-06");
        sweep();

        assertThat(tasks("status", order)).containsExactly("CANCELLED");
        assertThat(tasks("status", letter)).containsExactly("CANCELLED");
        assertThat(Cases.told(database, id)).noneMatch(told -> told.startsWith("order-"));
    }

    @Test
    void aCorrectedDayOfServiceAsksForTheCheckAnew() throws Exception {
        on("2026-02-01");
        UUID order = UUID.randomUUID();
        order(order, Map.of("validFrom", "2026-01-20", "servedOn", "2026-01-22"))
                .then()
                .statusCode(201);

        order(order, Map.of("servedOn", "2026-01-31")).then().statusCode(200);

        assertThat(tasks("status || ' ' || t.due_on", order)).containsExactly("CANCELLED 2026-01-29", "NEW 2026-02-07");
    }

    @Test
    void anOrderIsValidForSixMonthsAtMost() {
        on("2026-02-01");
        order(UUID.randomUUID(), Map.of("validFrom", "2026-01-20", "validTo", "2026-07-21"))
                .then()
                .statusCode(422)
                .body("violations.rule", contains("order-six-months"));
    }
}
