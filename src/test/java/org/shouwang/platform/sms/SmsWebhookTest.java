package org.shouwang.platform.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.platform.sms.SmsResult.Outcome;

class SmsWebhookTest {

    private static final PhoneNumber PHONE = new PhoneNumber("19900000001");
    private static final String CODE = "314159";
    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Map<?, ?>> received = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final LogLines log = new LogLines();

    private HttpServer server;
    private int status = 202;
    private boolean silent;

    @BeforeEach
    void aWebhook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/sms", this::answer);
        server.start();
        Logger.getLogger(SmsWebhook.class.getName()).addHandler(log);
    }

    @AfterEach
    void stop() {
        Logger.getLogger(SmsWebhook.class.getName()).removeHandler(log);
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aCodeIsPostedAsJsonAndSigned() {
        SmsResult result = send(webhook(address()), SmsPurpose.LOGIN, CODE);

        assertThat(result.outcome()).isEqualTo(Outcome.SENT);
        assertThat(received)
                .containsExactly(Map.of(
                        "id",
                        ID.toString(),
                        "kind",
                        "login",
                        "area",
                        "610304000000",
                        "phone",
                        PHONE.value(),
                        "code",
                        CODE,
                        "text",
                        "您的登录验证码是314159，10分钟内有效，请勿告诉他人。"));
        assertThat(signatures).containsExactly(SmsSignature.of("the secret", NOW.getEpochSecond(), bodies.get(0)));
        assertThat(count("sent")).isEqualTo(1);
    }

    /** Calculated with another program, as whoever writes a bridge would. */
    @Test
    void theSignatureIsTheHmacOfTimestampFullStopAndBody() {
        assertThat(SmsSignature.of("key", 1_700_000_000L, "{}"))
                .isEqualTo("sha256=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae");
    }

    @Test
    void aReminderHoldsANumberAndNothingElse() {
        send(webhook(address()), SmsPurpose.URGENT, "2");

        assertThat(received.get(0).get("kind")).isEqualTo("urgent");
        assertThat(received.get(0).get("count")).isEqualTo("2");
        assertThat(received.get(0).get("text")).isEqualTo("您有2项紧急任务，请打开守望查看。");
    }

    @Test
    void aBridgeThatIsBrokenIsTriedAgainAndNeitherNumberNorCodeIsLogged() {
        status = 500;

        SmsResult result = send(webhook(address()), SmsPurpose.LOGIN, CODE);

        assertThat(result).isEqualTo(SmsResult.retry("HTTP_500"));
        assertThat(count("failed")).isEqualTo(1);
        assertThat(log.lines).singleElement().asString().contains("500").doesNotContain(PHONE.value(), CODE);
    }

    @Test
    void aBridgeThatObjectsIsNotAskedAgain() {
        status = 400;

        assertThat(send(webhook(address()), SmsPurpose.LOGIN, CODE).outcome()).isEqualTo(Outcome.REFUSED);
    }

    /** A secret that was changed, an account that is empty, a path that moved: somebody mends them, and messages still go out. */
    @ParameterizedTest
    @CsvSource({
        "200, SENT", "202, SENT", "301, RETRY", "307, RETRY", "400, REFUSED", "401, RETRY", "402, RETRY", "403, RETRY",
        "404, RETRY", "405, RETRY", "408, RETRY", "413, REFUSED", "422, REFUSED", "429, RETRY", "500, RETRY",
                "503, RETRY"
    })
    void onlyWhatSpeaksOfTheMessageIsItsEnd(int answer, Outcome outcome) {
        assertThat(SmsResult.ofStatus(answer).outcome()).isEqualTo(outcome);
        assertThat(SmsResult.ofStatus(answer).isAttempt()).isTrue();
    }

    @Test
    void aBridgeThatDoesNotAnswerIsGivenUpAndItsPlaceIsFreeAgain() {
        silent = true;
        SmsWebhook webhook = webhook(address());

        CompletableFuture<SmsResult> first =
                webhook.send(sms(SmsPurpose.LOGIN, CODE)).subscribeAsCompletionStage();
        SmsResult second = send(webhook, SmsPurpose.LOGIN, CODE);

        assertThat(second).isEqualTo(SmsResult.retry("BUSY"));
        assertThat(second.isAttempt()).isFalse();
        assertThat(first.join()).isEqualTo(SmsResult.retry("DEADLINE_EXCEEDED"));
        silent = false;
        assertThat(send(webhook, SmsPurpose.LOGIN, CODE).outcome()).isEqualTo(Outcome.SENT);
        assertThat(String.join("", log.lines)).doesNotContain(PHONE.value(), CODE);
    }

    @Test
    void aBridgeThatIsNotThereIsTriedAgain() {
        server.stop(0);

        assertThat(send(webhook(address()), SmsPurpose.LOGIN, CODE).outcome()).isEqualTo(Outcome.RETRY);
    }

    @Test
    void withoutAnAddressThereIsNone() {
        assertThat(webhook(null).enabled()).isFalse();
        assertThat(webhook(address()).enabled()).isTrue();
    }

    @Test
    void nothingCrossesANetworkInTheClear() {
        URI plain = URI.create("http://bridge.example/sms");

        assertThatThrownBy(() -> webhook(plain)).hasMessageContaining("https");
    }

    private static Sms sms(SmsPurpose purpose, String value) {
        return new Sms(ID, purpose, new AreaCode(610304000000L), PHONE, value);
    }

    private static SmsResult send(SmsWebhook webhook, SmsPurpose purpose, String value) {
        return webhook.send(sms(purpose, value)).await().atMost(Duration.ofSeconds(10));
    }

    private SmsWebhook webhook(@Nullable URI address) {
        return new SmsWebhook(
                new WebhookSettings(address),
                new Messages(),
                new ObjectMapper(),
                meters,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/sms");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        bodies.add(body);
        received.add(new ObjectMapper().readValue(body, Map.class));
        signatures.add(exchange.getRequestHeaders().getFirst(SmsSignature.SIGNATURE));
        if (silent) {
            hold();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void hold() throws IOException {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private double count(String outcome) {
        return meters.counter("shouwang.sms", "kind", "login", "outcome", outcome)
                .count();
    }

    private static final class LogLines extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            Object[] values = line.getParameters() == null ? new Object[0] : line.getParameters();
            lines.add(line.getMessage().contains("%s") ? line.getMessage().formatted(values) : line.getMessage());
        }

        @Override
        public void flush() {
            // nothing is buffered
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
