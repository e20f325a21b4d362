package org.shouwang.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.platform.sms.Sms;
import org.shouwang.platform.sms.SmsBudgets;
import org.shouwang.platform.sms.SmsGateway;
import org.shouwang.platform.sms.SmsLedger;
import org.shouwang.platform.sms.SmsResult;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class LoginCodeApiTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    @Inject
    FrontDoor door;

    @Inject
    LoginCodes codes;

    @Inject
    AccountRows accounts;

    @Inject
    FieldCipher cipher;

    @Inject
    KeyedHash hash;

    @Inject
    Pool pool;

    @Inject
    DataSource database;

    @Inject
    SmsLedger ledger;

    @Inject
    SmsBudgets budgets;

    private Doors.Newcomer worker;

    @BeforeEach
    void aWorker() throws SQLException {
        worker = Doors.newcomer(database, cipher, hash);
    }

    @AfterEach
    void gone() throws SQLException {
        Demo.backToRealTime();
        Doors.forget(database, worker);
    }

    @Test
    void aCodeSignsInOnce() {
        String code = askForCode();

        assertThat(code).matches("\\d{8}");
        Response session = signIn(worker.phone(), code);
        assertThat(session.statusCode()).isEqualTo(200);
        assertThat(session.<String>path("worker.id")).isEqualTo(worker.id().toString());
        assertThat(signIn(worker.phone(), code).statusCode()).isEqualTo(401);
    }

    @Test
    void ofManyWithOneCodeAtOnceOneGetsIn() throws Exception {
        String code = askForCode();
        Callable<Integer> attempt = () -> signIn(worker.phone(), code).statusCode();

        List<Integer> statuses = Together.statuses(Collections.nCopies(6, attempt));

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @Test
    void fiveWrongTriesKillTheCode() {
        String code = askForCode();
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(worker.phone(), other(code)).statusCode()).isEqualTo(401);
        }

        assertThat(signIn(worker.phone(), code).statusCode()).isEqualTo(401);
    }

    @Test
    void tenWrongCodesADayKillNewCodesToo() {
        fail(askForCode(), 5);
        Demo.advance(A_MINUTE);
        fail(askForCode(), 5);
        Demo.advance(Duration.ofHours(1));
        codes.deleteOld(pool).await().atMost(SOON);
        String third = askForCode();

        assertThat(signIn(worker.phone(), third).statusCode()).isEqualTo(401);

        Demo.advance(Duration.ofDays(1));
        assertThat(signIn(worker.phone(), askForCode()).statusCode()).isEqualTo(200);
    }

    @Test
    void aRightCodeForgetsTheWrongOnes() {
        fail(askForCode(), 5);
        Demo.advance(A_MINUTE);
        String second = askForCode();
        fail(second, 4);
        assertThat(signIn(worker.phone(), second).statusCode()).isEqualTo(200);
        Demo.advance(A_MINUTE);
        String third = askForCode();
        fail(third, 4);

        assertThat(signIn(worker.phone(), third).statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        String code = askForCode();
        Demo.advance(Duration.ofMinutes(10).plusSeconds(1));

        assertThat(signIn(worker.phone(), code).statusCode()).isEqualTo(401);
    }

    @Test
    void aNewCodeReplacesTheOldOne() {
        String first = askForCode();
        Demo.advance(A_MINUTE);
        String second = askForCode();

        assertThat(signIn(worker.phone(), first).statusCode()).isEqualTo(first.equals(second) ? 200 : 401);
        assertThat(signIn(worker.phone(), second).statusCode()).isEqualTo(first.equals(second) ? 401 : 200);
    }

    @Test
    void withinAMinuteNothingMoreIsSentAndTheCodeStaysGood() {
        String code = askForCode();

        Doors.askForCode(worker.phone());

        assertThat(signIn(worker.phone(), code).statusCode()).isEqualTo(200);
        assertThat(Doors.codesOf(worker.phone())).hasSize(1);
    }

    @Test
    void atMostFiveCodesAnHourAreSent() {
        for (int sent = 1; sent <= 5; sent++) {
            askForCode();
            Demo.advance(A_MINUTE);
        }

        Doors.askForCode(worker.phone());
        Demo.advance(Duration.ofHours(1));
        askForCode();

        assertThat(Doors.codesOf(worker.phone())).hasSize(6);
    }

    @Test
    void aNumberThatNobodyHasIsAnsweredAlikeAndCostsTheSameRowButNoSms() throws SQLException {
        String nobodys = Doors.unknownNumber();

        Doors.askForCode(nobodys);
        askForCode();

        assertThat(Doors.codesOf(nobodys)).isEmpty();
        assertThat(rows(nobodys)).isEqualTo(1).isEqualTo(rows(worker.phone()));
        assertThat(signIn(nobodys, "00000000").statusCode()).isEqualTo(401);
    }

    @Test
    void withoutAWebhookNobodyCanAskForACode() {
        SendCode none = new SendCode(new NoSms(), ledger, budgets, pool);
        RequestLoginCode request = new RequestLoginCode(door, codes, accounts, none, hash);

        Result<Boolean> answer = request.request(worker.phone()).await().atMost(SOON);

        assertThat(answer).isEqualTo(Result.refused(Problem.SMS_NOT_AVAILABLE));
    }

    @Test
    void codesAreCountedForTheirCounty() throws SQLException {
        long before = codesToday();

        askForCode();

        await().atMost(SOON).untilAsserted(() -> assertThat(codesToday()).isEqualTo(before + 1));
    }

    private long codesToday() throws SQLException {
        String codes = "select coalesce(sum(codes), 0) from sms_spent where span = 'DAY' and begins = ?";
        return Sql.number(database, codes, Demo.today());
    }

    /** A server without a bridge. */
    private static final class NoSms implements SmsGateway {

        @Override
        public boolean enabled() {
            return false;
        }

        @Override
        public Uni<SmsResult> send(Sms sms) {
            throw new AssertionError("there is nothing to send with");
        }
    }

    /** The code that arrives; it is sent after the answer. */
    private String askForCode() {
        int before = Doors.codesOf(worker.phone()).size();
        Doors.askForCode(worker.phone());
        List<String> sent =
                await().atMost(SOON).until(() -> Doors.codesOf(worker.phone()), all -> all.size() == before + 1);
        return sent.get(before);
    }

    private static Response signIn(String phone, String code) {
        return Doors.post("login/code", Map.of("phone", phone, "code", code));
    }

    private void fail(String code, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn(worker.phone(), other(code)).statusCode()).isEqualTo(401);
        }
    }

    private static String other(String code) {
        return code.equals("00000000") ? "00000001" : "00000000";
    }

    private long rows(String phone) throws SQLException {
        return Sql.number(
                database, "select count(*) from login_code where phone_hash = ? and code_hash is not null", (Object)
                        hash.of(new PhoneNumber(phone)));
    }
}
