package org.shouwang.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** Ten failed sign-ins in a quarter of an hour for one number, however they were tried. */
@QuarkusTest
class AttemptLimitApiTest {

    @Inject
    ActivationCodes codes;

    @Inject
    ForgetCodes forgetting;

    @Inject
    FieldCipher cipher;

    @Inject
    KeyedHash hash;

    @Inject
    Pool pool;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry meters;

    private Doors.Newcomer worker;

    @BeforeEach
    void aWorkerWithAPassword() throws SQLException {
        worker = Doors.newcomer(database, cipher, hash);
        Doors.activate(worker.phone(), Doors.issue(pool, codes, worker.id()), Doors.NEW_PASSWORD)
                .statusCode(200);
    }

    @AfterEach
    void gone() throws SQLException {
        Demo.backToRealTime();
        Doors.forget(database, worker);
    }

    @Test
    void afterTenFailuresKnownAndUnknownNumbersAreRefusedAlike() {
        String nobodys = Doors.unknownNumber();
        fail(worker.phone(), 10);
        fail(nobodys, 10);

        Response known = Doors.logIn(worker.phone(), Doors.NEW_PASSWORD);
        Response unknown = Doors.logIn(nobodys, Doors.NEW_PASSWORD);

        assertThat(known.statusCode()).isEqualTo(429);
        assertThat(known.<String>path("type")).isEqualTo("urn:shouwang:problem:too-many-attempts");
        assertThat(Integer.parseInt(known.header("Retry-After"))).isBetween(600, 900);
        assertThat(unknown.statusCode()).isEqualTo(429);
        assertThat(body(unknown)).isEqualTo(body(known));
    }

    @Test
    void allWaysInCountTogether() {
        for (int i = 0; i < 4; i++) {
            Doors.activate(worker.phone(), "AAAA-AAAA", Doors.NEW_PASSWORD).statusCode(401);
            assertThat(code(worker.phone(), "000000")).isEqualTo(401);
        }
        fail(worker.phone(), 2);

        Doors.activate(worker.phone(), "AAAA-AAAA", Doors.NEW_PASSWORD).statusCode(429);
        assertThat(code(worker.phone(), "000000")).isEqualTo(429);
        assertThat(Doors.logIn(worker.phone(), Doors.NEW_PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void aQuarterOfAnHourLaterTheRightPasswordIsGoodAgain() {
        fail(worker.phone(), 10);
        Demo.advance(Duration.ofMinutes(15).plusSeconds(5));

        assertThat(Doors.logIn(worker.phone(), Doors.NEW_PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void aSuccessForgetsTheFailures() throws SQLException {
        fail(worker.phone(), 9);
        assertThat(Doors.logIn(worker.phone(), Doors.NEW_PASSWORD).statusCode()).isEqualTo(200);

        fail(worker.phone(), 10);

        assertThat(Doors.logIn(worker.phone(), Doors.NEW_PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void ofThirtyGuessesAtOnceTenAreCompared() throws Exception {
        for (String phone : List.of(worker.phone(), Doors.unknownNumber())) {
            double before = meters.counter("shouwang.login.bcrypt").count();
            Callable<Integer> guess = () -> Doors.logIn(phone, "wrong").statusCode();

            List<Integer> statuses = Together.statuses(Collections.nCopies(30, guess));

            assertThat(statuses).filteredOn(status -> status == 401).hasSize(10);
            assertThat(statuses).filteredOn(status -> status == 429).hasSize(20);
            assertThat(meters.counter("shouwang.login.bcrypt").count() - before).isEqualTo(10);
        }
    }

    @Test
    void whatCountsNoMoreIsForgotten() throws SQLException {
        fail(worker.phone(), 1);
        Demo.advance(Duration.ofMinutes(16));
        String counting = Doors.unknownNumber();
        fail(counting, 1);

        forgetting.runOnce().await().atMost(Duration.ofSeconds(10));

        assertThat(rows(worker.phone())).isZero();
        assertThat(rows(counting)).isEqualTo(1);
    }

    private static void fail(String phone, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(Doors.logIn(phone, "wrong").statusCode()).isEqualTo(401);
        }
    }

    private static int code(String phone, String code) {
        return Doors.post("login/code", Map.of("phone", phone, "code", code)).statusCode();
    }

    private static Map<String, Object> body(Response answer) {
        Map<String, Object> body = new HashMap<>(answer.jsonPath().getMap("$"));
        body.remove("requestId");
        return body;
    }

    private long rows(String phone) throws SQLException {
        return Sql.number(database, "select count(*) from sign_in_attempt where phone_hash = ?", (Object)
                hash.of(new PhoneNumber(phone)));
    }
}
