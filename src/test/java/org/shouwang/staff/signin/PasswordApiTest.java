package org.shouwang.staff.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class PasswordApiTest {

    private static final String OLD = Doors.NEW_PASSWORD;
    private static final String NEW = "another good one";

    @Inject
    ActivationCodes codes;

    @Inject
    FieldCipher cipher;

    @Inject
    KeyedHash hash;

    @Inject
    Pool pool;

    @Inject
    DataSource database;

    private Doors.Newcomer worker;
    private JsonPath session;

    @BeforeEach
    void aWorkerWhoIsSignedIn() throws SQLException {
        worker = Doors.newcomer(database, cipher, hash);
        session = Doors.activate(worker.phone(), Doors.issue(pool, codes, worker.id()), OLD)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @AfterEach
    void gone() throws SQLException {
        Doors.forget(database, worker);
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() throws SQLException {
        String other = Doors.logIn(worker.phone(), OLD).path("refreshToken");

        change(OLD, NEW).statusCode(204);

        assertThat(Doors.refresh(other).statusCode()).isEqualTo(401);
        assertThat(Doors.refresh(session.getString("refreshToken")).statusCode())
                .isEqualTo(200);
        assertThat(Doors.logIn(worker.phone(), OLD).statusCode()).isEqualTo(401);
        assertThat(Doors.logIn(worker.phone(), NEW).statusCode()).isEqualTo(200);
        assertThat(Sql.number(
                        database,
                        "select count(*) from audit where action = 'worker.password' and worker_id = ?",
                        worker.id()))
                .isEqualTo(1);
    }

    /** The old one was read before the change is seen, and the session would be stored after it. */
    @Test
    void aPasswordThatIsChangedWhileItIsComparedOpensNoSession() throws Exception {
        CompletableFuture<Integer> signedIn;
        try (Connection change = database.getConnection()) {
            change.setAutoCommit(false);
            change.createStatement()
                    .execute("update worker set password_hash = 'another' where id = '" + worker.id() + "'");

            signedIn = CompletableFuture.supplyAsync(
                    () -> Doors.logIn(worker.phone(), OLD).statusCode());
            await().atMost(Duration.ofSeconds(10)).until(() -> signedIn.isDone() || waiting() > 0);
            change.commit();
        }

        assertThat(signedIn.get(10, TimeUnit.SECONDS)).isEqualTo(401);
    }

    @Test
    void aWrongOldPasswordChangesNothing() {
        change("wrong", NEW)
                .statusCode(422)
                .body("violations[0].field", equalTo("oldPassword"))
                .body("violations[0].rule", equalTo("password-wrong"));

        assertThat(Doors.logIn(worker.phone(), OLD).statusCode()).isEqualTo(200);
    }

    @Test
    void whoTookAPhoneThatIsSignedInCannotGuessForEver() {
        for (int i = 0; i < 10; i++) {
            change("wrong " + i, NEW).statusCode(422);
        }

        change(OLD, NEW).statusCode(429).body("type", equalTo("urn:shouwang:problem:too-many-attempts"));
    }

    @Test
    void aPasswordThatCannotBeIsRefused() {
        change(OLD, worker.phone())
                .statusCode(422)
                .body("violations[0].field", equalTo("newPassword"))
                .body("violations[0].rule", equalTo("password-holds-phone"));
    }

    @Test
    void aPasswordInFullWidthLettersIsTheSame() {
        assertThat(Doors.logIn(worker.phone(), "ｋｑｚｖ　ｂｔｗｍ　ｘｒ").statusCode()).isEqualTo(200);
    }

    private long waiting() throws SQLException {
        return Sql.number(
                database,
                "select count(*) from pg_stat_activity where application_name = 'shouwang' and wait_event_type = 'Lock'");
    }

    private ValidatableResponse change(String oldPassword, String newPassword) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(session.getString("accessToken"))
                .body(Map.of("oldPassword", oldPassword, "newPassword", newPassword))
                .post("/api/v1/auth/password")
                .then();
    }
}
