package org.shouwang.sync.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.problem.Result;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** Phones whose work is not taken now, or not any more. */
@QuarkusTest
class TurnedAwayApiTest {

    private final List<UniEmitter<? super Result<String>>> underWay = new ArrayList<>();

    @Inject
    Admission admission;

    @Inject
    OperationConfig config;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void batchesEnd() {
        underWay.forEach(batch -> batch.complete(Result.ok("done")));
    }

    private void batchOf(UUID worker) {
        admission
                .admit(worker, () -> Uni.createFrom().<Result<String>>emitter(underWay::add))
                .subscribe()
                .with(done -> {});
    }

    @Test
    void aFullNodeSaysWhenToComeBackAndTakesNothing() throws Exception {
        OfflinePhone phone = new OfflinePhone(Accounts.DIRECTOR);
        for (int i = 0; i < config.concurrentBatches(); i++) {
            batchOf(UUID.randomUUID());
        }
        Map<String, Object> operation = phone.operation("task.accept", UUID.randomUUID(), Map.of());

        Response answer = phone.send(List.of(operation)).extract().response();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.<String>path("type")).endsWith("overloaded");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(stored(operation)).isZero();
        underWay.get(0).complete(Result.ok("done"));
        phone.send(List.of(operation)).statusCode(200);
    }

    @Test
    void aBatchThatComesWhileAnotherOfTheWorkerIsUnderWayWaits() {
        OfflinePhone phone = new OfflinePhone(Accounts.DIRECTOR);
        batchOf(UUID.fromString(phone.workerId()));

        Response answer = phone.send(List.of()).extract().response();

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.<String>path("type")).endsWith("too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        new OfflinePhone(Accounts.CHAIR_AND_DIRECTOR).send(List.of()).statusCode(200);
    }

    @Test
    void aLostPhoneIsHeardOnceByPeopleAndThenWiped() throws Exception {
        UUID device = UUID.randomUUID();
        RequestSpecification onPhone = signedInOn(device);
        given().spec(onPhone)
                .body(Map.of("platform", "ANDROID", "channel", "NONE", "appVersion", "1.0"))
                .put("/api/v1/devices/{id}", device)
                .then()
                .statusCode(201);
        OfflinePhone writing = new OfflinePhone(Accounts.DIRECTOR);
        Families.Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        UUID child = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "LOW");
        UUID visit = UUID.randomUUID();
        Map<String, Object> operation =
                writing.operation("visit.record", visit, OfflinePhone.visit(household.id(), child));
        Accounts.DIRECTOR
                .request()
                .post("/api/v1/devices/{id}/revocation", device)
                .then()
                .statusCode(204);

        Response first = push(onPhone, operation);
        Response again = push(onPhone, operation);

        for (Response answer : List.of(first, again)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.<String>path("results[0].outcome")).isEqualTo("REJECTED");
            assertThat(answer.<String>path("results[0].problem.type")).endsWith("device-revoked");
        }
        assertThat(stored(operation)).isOne();
        assertThat(listed(operation)).isOne();
        Accounts.DIRECTOR.request().get("/api/v1/visits/{id}", visit).then().statusCode(404);
        given().spec(onPhone)
                .get("/api/v1/sync/changes")
                .then()
                .statusCode(401)
                .body("type", endsWith("device-revoked"));
    }

    private static RequestSpecification signedInOn(UUID device) {
        String token = given().contentType(ContentType.JSON)
                .body(Map.of("phone", Accounts.DIRECTOR.phone(), "password", Accounts.PASSWORD, "deviceId", device))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        return Accounts.with(token);
    }

    private static Response push(RequestSpecification phone, Map<String, Object> operation) {
        return given().spec(phone)
                .body(Map.of("operations", List.of(operation)))
                .post("/api/v1/sync/operations");
    }

    private long stored(Map<String, Object> operation) throws Exception {
        return Sql.number(database, "select count(*) from sync_operation where id = ?", operation.get("id"));
    }

    private static long listed(Map<String, Object> operation) {
        String after = null;
        long found = 0;
        do {
            JsonPath page = Accounts.COORDINATOR
                    .request()
                    .queryParams(after == null ? Map.of() : Map.of("cursor", after))
                    .queryParam("area", Accounts.VILLAGE)
                    .queryParam("limit", 500)
                    .get("/api/v1/sync/operations")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found += page.getList("items.id", String.class).stream()
                    .filter(operation.get("id").toString()::equals)
                    .count();
            after = page.getString("next");
        } while (after != null);
        return found;
    }
}
