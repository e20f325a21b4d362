package org.shouwang.staff.device;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

/** A phone that is lost ends its sessions at once and is told to wipe itself; one that is only not woken is not. */
@QuarkusTest
class LoseDeviceApiTest {

    private static final Accounts OWNER = Accounts.EXECUTIVE;

    /** A coordinator, not of the owner's town. */
    private static final String OTHER_TOWNS_COORDINATOR = "13800000001";

    @Inject
    DataSource database;

    private final UUID lost = UUID.randomUUID();
    private final UUID kept = UUID.randomUUID();

    @Test
    void theSessionsOfALostPhoneAreToldToWipeAndOthersGoOn() throws SQLException {
        JsonPath onLost = session(OWNER.phone(), lost);
        JsonPath onKept = session(OWNER.phone(), kept);
        JsonPath onUnknown = session(OWNER.phone(), null);
        register(onLost, lost).statusCode(201);

        declareLost(Accounts.TOWNSHIP_CHAIR.phone(), worker(onLost), lost).statusCode(204);

        revoked(as(onLost).get("/api/v1/me"));
        revoked(as(onLost).get("/api/v1/areas"));
        revoked(refresh(onLost));
        revoked(refresh(onLost));
        assertThat(as(onKept).get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(refresh(onKept).statusCode()).isEqualTo(200);
        assertThat(refresh(onUnknown).<String>path("type")).isEqualTo("urn:shouwang:problem:not-signed-in");
        assertThat(number("select count(*) from device where id = ? and revoked_at is not null", lost))
                .isEqualTo(1);
    }

    @Test
    void aLostPhoneStaysLostUnderItsId() throws SQLException {
        JsonPath onKept = session(OWNER.phone(), kept);
        register(onKept, lost).statusCode(201);
        declareOwnLost(onKept, lost).statusCode(204);

        revoked(register(onKept, lost).extract().response());
        revoked(logIn(OWNER.phone(), Accounts.PASSWORD, lost));
        assertThat(logIn(OWNER.phone(), "wrong", lost).<String>path("type"))
                .isEqualTo("urn:shouwang:problem:login-failed");
        assertThat(number("select count(*) from device where id = ? and revoked_at is not null", lost))
                .isEqualTo(1);
    }

    @Test
    void declaredTwiceItIsLostOnce() throws SQLException {
        JsonPath onKept = session(OWNER.phone(), kept);
        register(onKept, lost).statusCode(201);
        declareOwnLost(onKept, lost).statusCode(204);
        declareLost(Accounts.TOWNSHIP_CHAIR.phone(), worker(onKept), lost).statusCode(204);

        assertThat(audited("device.lose")).isEqualTo(1);
    }

    @Test
    void aPhoneThatIsSignedOffKeepsItsDataAndItsSession() throws SQLException {
        JsonPath onPhone = session(OWNER.phone(), lost);
        register(onPhone, lost).statusCode(201);

        as(onPhone).delete("/api/v1/devices/" + lost).then().statusCode(204);

        as(onPhone).get("/api/v1/me").then().statusCode(200);
        assertThat(refresh(onPhone).statusCode()).isEqualTo(200);
        assertThat(audited("device.register")).isEqualTo(1);
        assertThat(audited("device.revoke")).isEqualTo(1);
    }

    @Test
    void onlyWhoKeepsTheWorkersOfTheAreaSeesAndLosesTheirPhones() {
        JsonPath onPhone = session(OWNER.phone(), lost);
        register(onPhone, lost).statusCode(201);
        UUID owner = worker(onPhone);

        declareLost(Accounts.DIRECTOR.phone(), owner, lost).statusCode(403);
        declareLost(Accounts.COUNTY.phone(), owner, lost).statusCode(403);
        declareLost(OTHER_TOWNS_COORDINATOR, owner, lost).statusCode(404);
        declareLost(Accounts.TOWNSHIP_CHAIR.phone(), owner, UUID.randomUUID()).statusCode(404);
        declareLost(Accounts.TOWNSHIP_CHAIR.phone(), UUID.randomUUID(), lost).statusCode(404);
        declareOwnLost(session(Accounts.DIRECTOR.phone(), null), lost).statusCode(404);
        list(Accounts.DIRECTOR.phone(), owner).statusCode(403);
        list(OTHER_TOWNS_COORDINATOR, owner).statusCode(404);

        as(onPhone).get("/api/v1/me").then().statusCode(200);
    }

    /** The women's line of a town looks after its own people: it wipes nobody else's phone. */
    @Test
    void whoKeepsTheWorkersOfAPlaceDoesNotLoseThePhoneOfWhomTheyCouldNotAppoint() {
        JsonPath onPhone = session(Accounts.COORDINATOR.phone(), lost);
        register(onPhone, lost).statusCode(201);

        declareLost(Accounts.TOWNSHIP_CHAIR.phone(), worker(onPhone), lost).statusCode(403);

        as(onPhone).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void whoLooksAfterAWorkerSeesThePhonesAndWhichAreLost() {
        JsonPath onPhone = session(OWNER.phone(), kept);
        register(onPhone, lost).statusCode(201);
        register(onPhone, kept).statusCode(201);
        declareOwnLost(onPhone, lost).statusCode(204);

        list(Accounts.TOWNSHIP_CHAIR.phone(), worker(onPhone))
                .statusCode(200)
                .body("items.find { it.id == '" + lost + "' }.lostAt", notNullValue())
                .body("items.find { it.id == '" + kept + "' }.lostAt", nullValue())
                .body("items.find { it.id == '" + kept + "' }.platform", equalTo("ANDROID"))
                .body("items.find { it.id == '" + kept + "' }.target", nullValue());
        as(onPhone)
                .get("/api/v1/devices?limit=500")
                .then()
                .body("items.id", hasItem(kept.toString()))
                .body("items.id", not(hasItem(lost.toString())));
    }

    @Test
    void aWorkerWhoLeftOfficeIsToldToWipeToo() throws SQLException {
        JsonPath onPhone = session(Accounts.STATISTICS.phone(), lost);
        register(onPhone, lost).statusCode(201);
        UUID owner = worker(onPhone);
        Sql.update(
                database,
                "update appointment set status = 'ENDED', ended_on = '2026-02-01' where worker_id = ?",
                owner);
        try {
            assertThat(as(onPhone).get("/api/v1/me").<String>path("type"))
                    .isEqualTo("urn:shouwang:problem:not-signed-in");

            declareLost(Accounts.ADMINISTRATOR.phone(), owner, lost).statusCode(204);

            revoked(as(onPhone).get("/api/v1/me"));
        } finally {
            Sql.update(
                    database, "update appointment set status = 'ACTIVE', ended_on = null where worker_id = ?", owner);
        }
    }

    /** A refresh of which nobody sees the new token yet, since its transaction is under way. */
    @Test
    void aSessionThatIsRefreshedAtThisMomentEndsToo() throws Exception {
        JsonPath onKept = session(OWNER.phone(), kept);
        session(OWNER.phone(), null);
        register(onKept, lost).statusCode(201);
        UUID owner = worker(onKept);
        CompletableFuture<Integer> declared;
        try (Connection refresh = database.getConnection()) {
            refresh.setAutoCommit(false);
            refresh.createStatement().execute("select 1 from worker where id = '" + owner + "' for share");
            refresh.createStatement().execute("""
                    insert into refresh_token (token_hash, family, worker_id, issued_at, expires_at)
                    select 'successor-' || t.family, t.family, t.worker_id, t.issued_at, t.expires_at
                    from refresh_token t where t.device_id is null and t.worker_id = '%s' limit 1
                    """.formatted(owner));

            declared = CompletableFuture.supplyAsync(
                    () -> declareOwnLost(onKept, lost).extract().statusCode());
            await().atMost(Duration.ofSeconds(10)).until(() -> declared.isDone() || waiting() > 0);
            refresh.commit();
        }

        assertThat(declared.get(10, TimeUnit.SECONDS)).isEqualTo(204);
        assertThat(number("select count(*) from refresh_token where worker_id = ? and device_id is null", owner))
                .isZero();
    }

    private long waiting() throws SQLException {
        return Sql.number(
                database,
                "select count(*) from pg_stat_activity where application_name = 'shouwang' and wait_event_type = 'Lock'");
    }

    private static void revoked(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.<String>path("type")).isEqualTo("urn:shouwang:problem:device-revoked");
    }

    private static JsonPath session(String phone, @Nullable UUID device) {
        return logIn(phone, Accounts.PASSWORD, device)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response logIn(String phone, String password, @Nullable UUID device) {
        Map<String, Object> form = new HashMap<>(Map.of("phone", phone, "password", password));
        if (device != null) {
            form.put("deviceId", device);
        }
        return given().contentType(ContentType.JSON).body(form).post("/api/v1/auth/login");
    }

    private static io.restassured.specification.RequestSpecification as(JsonPath session) {
        return given().contentType(ContentType.JSON).auth().oauth2(session.getString("accessToken"));
    }

    private static Response refresh(JsonPath session) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", session.getString("refreshToken")))
                .post("/api/v1/auth/refresh");
    }

    private static ValidatableResponse register(JsonPath session, UUID device) {
        Map<String, Object> form = Map.of(
                "platform",
                "ANDROID",
                "channel",
                "FCM",
                "target",
                Map.of("kind", "FID", "value", "target-" + device),
                "appVersion",
                "1.0");
        return as(session).body(form).put("/api/v1/devices/" + device).then();
    }

    private static ValidatableResponse declareOwnLost(JsonPath session, UUID device) {
        return as(session).post("/api/v1/devices/" + device + "/revocation").then();
    }

    private static ValidatableResponse declareLost(String phone, UUID worker, UUID device) {
        return as(session(phone, null))
                .post("/api/v1/workers/" + worker + "/devices/" + device + "/revocation")
                .then();
    }

    private static ValidatableResponse list(String phone, UUID worker) {
        return as(session(phone, null))
                .get("/api/v1/workers/" + worker + "/devices?limit=500")
                .then();
    }

    private static UUID worker(JsonPath session) {
        return UUID.fromString(session.getString("worker.id"));
    }

    private long audited(String action) throws SQLException {
        return number("select count(*) from audit where subject_id = ? and action = '" + action + "'", lost);
    }

    private long number(String query, UUID id) throws SQLException {
        return Sql.number(database, query, id);
    }
}
