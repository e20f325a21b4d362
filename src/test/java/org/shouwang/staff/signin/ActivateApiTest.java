package org.shouwang.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class ActivateApiTest {

    private static final String WRONG = "AAAA-AAAA";

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

    @Inject
    MeterRegistry meters;

    private Doors.Newcomer worker;
    private String code;

    @BeforeEach
    void aWorkerWithACode() throws SQLException {
        worker = Doors.newcomer(database, cipher, hash);
        code = Doors.issue(pool, codes, worker.id());
    }

    @AfterEach
    void gone() throws SQLException {
        Demo.backToRealTime();
        Doors.forget(database, worker);
    }

    @Test
    void aCodeSetsThePasswordSignsInAndIsGone() throws SQLException {
        Doors.activate(worker.phone(), code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), Doors.NEW_PASSWORD)
                .statusCode(200)
                .body("accessToken", notNullValue())
                .body("worker.id", equalTo(worker.id().toString()));

        assertThat(Doors.logIn(worker.phone(), Doors.NEW_PASSWORD).statusCode()).isEqualTo(200);
        Doors.activate(worker.phone(), code, "another good one")
                .statusCode(401)
                .body("type", equalTo("urn:shouwang:problem:login-failed"));
        assertThat(Sql.number(
                        database,
                        "select count(*) from audit where action = 'worker.activate' and subject_id = ?",
                        worker.id()))
                .isEqualTo(1);
    }

    @Test
    void aNewPasswordByCodeEndsTheSessionsThatWere() {
        String before = Doors.activate(worker.phone(), code, Doors.NEW_PASSWORD)
                .extract()
                .path("refreshToken");
        String again = Doors.issue(pool, codes, worker.id());

        Doors.activate(worker.phone(), again, "another good one").statusCode(200);

        assertThat(Doors.refresh(before).statusCode()).isEqualTo(401);
        assertThat(Doors.logIn(worker.phone(), Doors.NEW_PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void fiveWrongCodesKillTheCode() {
        for (int i = 0; i < 5; i++) {
            Doors.activate(worker.phone(), WRONG, Doors.NEW_PASSWORD).statusCode(401);
        }

        Doors.activate(worker.phone(), code, Doors.NEW_PASSWORD).statusCode(401);
    }

    @Test
    void fourWrongCodesDoNot() {
        for (int i = 0; i < 4; i++) {
            Doors.activate(worker.phone(), WRONG, Doors.NEW_PASSWORD).statusCode(401);
        }

        Doors.activate(worker.phone(), code, Doors.NEW_PASSWORD).statusCode(200);
    }

    @Test
    void aPasswordThatCannotBeLeavesTheCodeAsItIs() {
        Doors.activate(worker.phone(), code, "short")
                .statusCode(422)
                .body("violations[0].rule", equalTo("password-too-short"))
                .body("violations[0].message", equalTo("密码至少 10 个字符，可用一句好记的话。"));
        for (int i = 0; i < 12; i++) {
            Doors.activate(worker.phone(), code, "欧阳秀英欧阳秀英欧阳秀英")
                    .statusCode(422)
                    .body("violations[0].field", equalTo("password"))
                    .body("violations[0].rule", equalTo("password-is-name"));
        }

        Doors.activate(worker.phone(), code, Doors.NEW_PASSWORD).statusCode(200);
    }

    @Test
    void aCodeIsGoodForFourteenDays() {
        Demo.advance(Duration.ofDays(14).plusMinutes(1));

        Doors.activate(worker.phone(), code, Doors.NEW_PASSWORD).statusCode(401);
    }

    @Test
    void aCodeIsNoUseWithAnotherNumber() throws SQLException {
        Doors.Newcomer other = Doors.newcomer(database, cipher, hash);
        Doors.issue(pool, codes, other.id());

        Doors.activate(other.phone(), code, Doors.NEW_PASSWORD).statusCode(401);

        Doors.forget(database, other);
    }

    @Test
    void ofManyWithOneCodeAtOnceOneGetsIn() throws Exception {
        Callable<Integer> attempt = () -> Doors.activate(worker.phone(), code, Doors.NEW_PASSWORD)
                .extract()
                .statusCode();

        List<Integer> statuses = Together.statuses(Collections.nCopies(6, attempt));

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @Test
    void aWrongCodeCostsTheSameForNumbersThatNobodyHas() {
        for (String phone : List.of(worker.phone(), Doors.unknownNumber())) {
            double before = meters.counter("shouwang.login.bcrypt").count();

            Doors.activate(phone, WRONG, Doors.NEW_PASSWORD)
                    .statusCode(401)
                    .body("type", equalTo("urn:shouwang:problem:login-failed"));

            assertThat(meters.counter("shouwang.login.bcrypt").count() - before).isZero();
        }
    }
}
