package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.shouwang.sync.operation.OfflinePhone.visit;
import static org.shouwang.sync.operation.OfflinePhone.with;
import static org.shouwang.sync.operation.OfflinePhone.withBody;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Tasks;
import org.shouwang.testsupport.Together;
import org.shouwang.testsupport.Visits;

@QuarkusTest
class PushOperationsApiTest {

    @Inject
    AgroalDataSource database;

    private OfflinePhone phone;
    private Families.Household household;
    private UUID child;

    @BeforeEach
    void aFamily() {
        phone = new OfflinePhone(Accounts.DIRECTOR);
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        child = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "MEDIUM");
    }

    private Map<String, Object> visitToTheChild() {
        return phone.operation("visit.record", UUID.randomUUID(), visit(household.id(), child));
    }

    private static Object record(Map<String, Object> operation) {
        return ((Map<?, ?>) operation.get("body")).get("id");
    }

    private void seen(Object visit, int status) {
        phone.request().get("/api/v1/visits/{id}", visit).then().statusCode(status);
    }

    private long stored(Map<String, Object> operation) throws Exception {
        return Sql.number(database, "select count(*) from sync_operation where id = ?", operation.get("id"));
    }

    @Test
    void anOperationIsDoneOnceHoweverOftenItIsSent() throws Exception {
        Map<String, Object> operation = visitToTheChild();

        JsonPath first = phone.push(operation);
        JsonPath again = phone.push(operation, operation);

        assertThat(first.getString("results[0].outcome")).isEqualTo("APPLIED");
        assertThat(first.getString("results[0].record.kind")).isEqualTo("visit");
        assertThat(first.getString("results[0].record.id"))
                .isEqualTo(record(operation).toString());
        assertThat(again.getList("results.outcome")).containsExactly("DUPLICATE", "DUPLICATE");
        assertThat(stored(operation)).isOne();
        seen(record(operation), 200);
    }

    @Test
    void anotherBodyUnderTheIdIsNotDone() {
        Map<String, Object> operation = visitToTheChild();
        phone.push(operation);

        JsonPath answer = phone.push(withBody(operation, "findings", "another"));

        assertThat(answer.getString("results[0].outcome")).isEqualTo("REJECTED");
        assertThat(answer.getString("results[0].problem.type")).endsWith("operation-id-reused");
    }

    @Test
    void oneThatARuleForbidsStopsNoOther() {
        Map<String, Object> before = visitToTheChild();
        Map<String, Object> forbidden = withBody(visitToTheChild(), "memberIds", List.of(UUID.randomUUID()));
        Map<String, Object> unknown = with(visitToTheChild(), "type", "visit.dream");
        Map<String, Object> unreadable = with(visitToTheChild(), "at", "yesterday");
        Map<String, Object> large = withBody(visitToTheChild(), "unknownField", "x".repeat(70_000));
        Map<String, Object> after = visitToTheChild();

        JsonPath answer = phone.push(before, forbidden, unknown, unreadable, large, after);

        assertThat(answer.getList("results.outcome"))
                .containsExactly("APPLIED", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "APPLIED");
        assertThat(answer.getList("results.problem.type", String.class).stream()
                        .map(type -> type.replaceAll(".*:", "")))
                .containsExactly("invalid", "unknown-operation", "malformed-request", "too-large");
        assertThat(answer.getList("results.id", String.class))
                .containsExactly(
                        before.get("id").toString(),
                        forbidden.get("id").toString(),
                        unknown.get("id").toString(),
                        unreadable.get("id").toString(),
                        large.get("id").toString(),
                        after.get("id").toString());
    }

    @Test
    void aSecondPersonsWorkWaitsForThatPerson() throws Exception {
        OfflinePhone other = new OfflinePhone(Accounts.CHAIR_AND_DIRECTOR);
        Map<String, Object> operation = with(visitToTheChild(), "workerId", other.workerId());

        JsonPath answer = phone.push(operation);

        assertThat(answer.getString("results[0].outcome")).isEqualTo("RETRY");
        assertThat(answer.getString("results[0].problem.type")).endsWith("other-worker");
        assertThat(stored(operation)).isZero();
        seen(record(operation), 404);
    }

    @Test
    void moreThanABatchHoldsIsHalvedByThePhone() {
        phone.send(Collections.nCopies(201, visitToTheChild())).statusCode(413);
    }

    @Test
    void aWrongClockIsCorrected() {
        Duration behind = Duration.ofDays(300);
        Instant really = Demo.now().minus(Duration.ofHours(2)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        Map<String, Object> operation = with(
                with(
                        withBody(
                                visitToTheChild(),
                                "startedAt",
                                really.minus(behind).toString()),
                        "at",
                        Demo.now().minus(behind).toString()),
                "serverTimeOffset",
                behind.toMillis());

        assertThat(phone.push(operation).getString("results[0].outcome")).isEqualTo("APPLIED");

        phone.request()
                .get("/api/v1/visits/{id}", record(operation))
                .then()
                .body("startedAt", equalTo(really.toString()));
    }

    @Test
    void aClockThatCannotBeCorrectedIsFlaggedAndRefusesNothing() {
        Map<String, Object> operation = withBody(visitToTheChild(), "startedAt", "2019-01-01T00:00:00Z");
        operation = with(with(operation, "at", "2019-01-01T01:00:00Z"), "serverTimeOffset", null);

        assertThat(phone.push(operation).getString("results[0].outcome")).isEqualTo("APPLIED");

        phone.request().get("/api/v1/visits/{id}", record(operation)).then().body("timeUncertain", equalTo(true));
    }

    @Test
    void aBatchWithAllThatAVillageDoes() {
        UUID task = assigned();
        UUID newHousehold = UUID.randomUUID();
        UUID newChild = UUID.randomUUID();
        UUID grandmother = UUID.randomUUID();
        UUID father = UUID.randomUUID();
        Map<String, Object> visit = visitToTheChild();

        JsonPath answer = phone.push(
                phone.operation(
                        "household.register", newHousehold, Families.household(Accounts.VILLAGE, grandmother, father)),
                phone.operation(
                        "child.register",
                        newChild,
                        Families.child(Accounts.VILLAGE, new Families.Household(newHousehold, grandmother, father))),
                phone.operation("visit.record", UUID.randomUUID(), visit(newHousehold, newChild)),
                phone.operation("task.accept", task, Map.of()),
                visit,
                phone.operation("visit.amend", (UUID) record(visit), Map.of("livingEnv", "POOR")),
                phone.operation("contact.log", UUID.randomUUID(), Visits.contact(child)));

        assertThat(answer.getList("results.outcome")).containsOnly("APPLIED").hasSize(7);
        phone.request().get("/api/v1/tasks/{id}", task).then().body("status", equalTo("DONE"));
    }

    private UUID assigned() {
        UUID director = Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR");
        return Tasks.assigned(Tasks.visitTo(child, director, Demo.today().plusDays(5)));
    }

    @Test
    void theSameBatchTwiceAtOnceIsDoneOnce() throws Exception {
        Map<String, Object> operation = visitToTheChild();
        Callable<Integer> send = () -> phone.send(List.of(operation)).extract().statusCode();

        List<Integer> statuses = Together.statuses(List.of(send, send, send));

        assertThat(statuses).contains(200).allMatch(status -> status == 200 || status == 429);
        assertThat(stored(operation)).isOne();
        assertThat(phone.push(operation).getString("results[0].outcome")).isEqualTo("DUPLICATE");
    }

    @Test
    void postsThatWorkWithoutAPhonePushNothing() {
        new OfflinePhone(Accounts.COUNTY).send(List.of()).statusCode(403);
    }

    @Test
    void charactersThatNothingCanStoreAreRefusedAndKept() throws Exception {
        Map<String, Object> operation = visitToTheChild();
        String half = "{\"operations\":["
                + new com.fasterxml.jackson.databind.ObjectMapper()
                        .writeValueAsString(withBody(operation, "findings", "PLACEHOLDER"))
                        .replace("PLACEHOLDER", "cut \\ud83d")
                + "]}";

        String outcome = phone.request()
                .body(half)
                .post("/api/v1/sync/operations")
                .then()
                .statusCode(200)
                .extract()
                .path("results[0].outcome");

        assertThat(outcome).isEqualTo("REJECTED");
        assertThat(stored(operation)).isOne();
    }

    @Test
    void amendmentsThatWaitedFollowInTheOrderOfThePhone() throws Exception {
        UUID late = UUID.randomUUID();
        Map<String, Object> file = Families.child(Accounts.VILLAGE, household);
        file.put("birthDate", "1990-01-01");
        UUID visit = UUID.randomUUID();
        List<Map<String, Object>> log = new java.util.ArrayList<>();
        log.add(phone.operation("child.register", late, file));
        log.add(phone.operation("visit.record", visit, visit(household.id(), late)));
        for (String env : List.of("GOOD", "AVERAGE", "POOR", "GOOD", "AVERAGE", "POOR")) {
            log.add(phone.operation("visit.amend", visit, Map.of("livingEnv", env)));
        }
        assertThat(phone.send(log).extract().jsonPath().getList("results.outcome"))
                .containsExactly("REJECTED", "HELD", "HELD", "HELD", "HELD", "HELD", "HELD", "HELD");
        file.put("birthDate", "2016-05-02");

        phone.push(phone.operation("child.register", late, file));

        assertThat(phone.send(log.subList(1, log.size())).extract().jsonPath().getList("results.outcome"))
                .containsOnly("DUPLICATE");
        phone.request().get("/api/v1/visits/{id}", visit).then().body("livingEnv", equalTo("POOR"));
    }
}
