package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouwang.notification.FcmStandIn.refusal;
import static org.shouwang.notification.FcmStandIn.reply;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.notification.PushResult.Outcome;
import org.shouwang.notification.PushTarget.Kind;

/** The real SDK over real HTTP. */
@Timeout(30)
class FcmGatewayTest {

    private static final UUID ID = UUID.fromString("0197a0c0-0000-7000-8000-000000000001");
    private static final String SECRET = "target-that-must-not-be-printed";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);

    private final List<FcmGateway> open = new ArrayList<>();
    private FcmStandIn fcm;
    private FcmGateway gateway;

    @BeforeEach
    void start() throws IOException {
        fcm = new FcmStandIn();
        gateway = gateway(Map.of());
    }

    @AfterEach
    void stop() {
        open.forEach(FcmGateway::close);
        fcm.close();
    }

    @Test
    void aPushHoldsIdTypeAndTextAndNothingElse() throws IOException {
        fcm.answer(SECRET, FcmStandIn.accepted("projects/village/messages/42"));

        PushResult result = send(gateway, push(Kind.FID, false, 3));

        assertThat(result).isEqualTo(PushResult.sent("projects/village/messages/42"));
        assertThat(fcm.requests).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/fcm/v1/projects/village/messages:send");
            assertThat(request.authorization()).isEqualTo("Bearer stand-in");
        });
        assertThat(fcm.requests.get(0).body()).isEqualTo(new ObjectMapper().readTree("""
                {"message": {
                  "fid": "target-that-must-not-be-printed",
                  "data": {"nid": "0197a0c0-0000-7000-8000-000000000001", "type": "TASK_DUE"},
                  "notification": {"title": "守望", "body": "您有新的待办，请打开应用查看。"},
                  "android": {"priority": "normal", "notification": {
                    "tag": "0197a0c0-0000-7000-8000-000000000001", "notification_count": 3}},
                  "apns": {
                    "headers": {"apns-collapse-id": "0197a0c0-0000-7000-8000-000000000001"},
                    "payload": {"aps": {}}}}}
                """));
    }

    @Test
    void anUrgentPushToATokenWakesThePhone() {
        send(gateway, push(Kind.TOKEN, true, 1));

        assertThat(fcm.requests).singleElement().satisfies(request -> {
            assertThat(request.body().at("/message/token").asText()).isEqualTo(SECRET);
            assertThat(request.body().at("/message/fid").isMissingNode()).isTrue();
            assertThat(request.body().at("/message/android/priority").asText()).isEqualTo("high");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND,          UNREGISTERED,           GONE",
        "403, PERMISSION_DENIED,  SENDER_ID_MISMATCH,     MISCONFIGURED",
        "400, INVALID_ARGUMENT,   INVALID_ARGUMENT,       REFUSED",
        "401, UNAUTHENTICATED,    THIRD_PARTY_AUTH_ERROR, CHANNEL_DOWN",
        "500, INTERNAL,           INTERNAL,               RETRY",
        "503, UNAVAILABLE,        UNAVAILABLE,            RETRY",
    })
    void aRefusalIsUnderstoodAndTheSdkAsksOnce(int status, String platform, String code, Outcome outcome) {
        fcm.answer(SECRET, reply(status, Map.of(), refusal(status, platform, code)));

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.of(outcome, code));
        assertThat(fcm.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void retryAfterReachesTheCallerAndIsNotSleptOn(int status) {
        fcm.answer(SECRET, reply(status, Map.of("Retry-After", "17"), refusal(status, "UNAVAILABLE", "UNAVAILABLE")));

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.retry("UNAVAILABLE", Duration.ofSeconds(17)));
        assertThat(fcm.requests).hasSize(1);
    }

    @Test
    void aStatusThatTheSdkDoesNotKnowBacksOff() {
        fcm.answer(SECRET, reply(409, Map.of(), refusal(409, "INVENTED_LATER", "INVENTED_TOO")));

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.retry("UNFORESEEN", null));
        assertThat(fcm.requests).hasSize(1);
    }

    @Test
    void anAnswerThatIsNotFcmsDeletesNothing() {
        fcm.answer(SECRET, reply(404, Map.of(), "<html>a proxy's page</html>"));

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.retry("NOT_FOUND", null));
    }

    @Test
    void silenceEndsWithTheReadTimeOut() {
        fcm.answer(SECRET, fcm.silence());

        PushResult result = send(impatient(), push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.retry("DEADLINE_EXCEEDED", null));
        assertThat(fcm.requests).hasSize(1);
    }

    @Test
    void anAnswerThatNeverEndsIsBoundedToo() {
        fcm.answer(SECRET, fcm.stallsInTheBody());

        PushResult result = send(impatient(), push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.retry("DEADLINE_EXCEEDED", null));
        assertThat(fcm.requests).hasSize(1);
    }

    @Test
    void aClosedConnectionIsTriedAgainByTheCallerOnly() {
        fcm.answer(SECRET, FcmStandIn.hangUp());

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.retry("UNKNOWN", null));
        assertThat(fcm.requests).hasSize(1);
    }

    @Test
    void nobodyListeningIsARetry() {
        fcm.close();

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result.outcome()).isEqualTo(Outcome.RETRY);
    }

    @Test
    void aFullQueueAnswersAtOnceInsteadOfBlocking() {
        FcmGateway narrow = gateway(Map.of("concurrency", "1", "queue", "1"));
        fcm.answer(SECRET, fcm.silence());
        CompletableFuture<PushResult> running = start(narrow);
        Awaitility.await().until(() -> fcm.requests.size() == 1);
        CompletableFuture<PushResult> waiting = start(narrow);

        PushResult result = start(narrow).getNow(null);

        assertThat(result).isEqualTo(PushResult.retry("QUEUE_FULL", null));
        assertThat(running).isNotDone();
        assertThat(waiting).isNotDone();
    }

    @Test
    void nothingIsSentBeforeSubscription() {
        Uni<PushResult> unused = gateway.send(push(Kind.TOKEN, false, 1));
        send(gateway, push(Kind.FID, false, 1));

        assertThat(fcm.requests).hasSize(1);
        assertThat(unused).isNotNull();
    }

    @Test
    void theResultComesOnTheCallersContext() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Context caller = vertx.getOrCreateContext();
            CompletableFuture<Context> seen = new CompletableFuture<>();
            caller.runOnContext(ignored -> gateway.send(push(Kind.TOKEN, false, 1))
                    .subscribe()
                    .with(result -> seen.complete(Vertx.currentContext()), seen::completeExceptionally));

            Context result = seen.get(10, TimeUnit.SECONDS);

            assertThat(result).isSameAs(caller);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void noTargetIsPrintedEvenWhenEverythingIsLogged() {
        List<String> printed = new CopyOnWriteArrayList<>();
        Handler recorder = recorder(printed);
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.setLevel(Level.ALL);
        root.addHandler(recorder);
        fcm.answer(SECRET, reply(409, Map.of(), refusal(409, SECRET, SECRET)));
        PushMessage push = push(Kind.TOKEN, false, 1);
        try {
            PushResult result = send(gateway, push);

            assertThat(result.toString()).doesNotContain(SECRET);
            assertThat(push.toString()).contains("***").doesNotContain(SECRET);
            assertThat(printed).anyMatch(line -> line.contains("A push ended in"));
            assertThat(printed).noneMatch(line -> line.contains(SECRET));
        } finally {
            root.removeHandler(recorder);
            root.setLevel(before);
        }
    }

    @Test
    void aGatewayThatIsOffSendsNothing() {
        FcmGateway off = gateway(Map.of("enabled", "false"));

        PushResult result = send(off, push(Kind.TOKEN, false, 1));

        assertThat(off.enabled()).isFalse();
        assertThat(result).isEqualTo(PushResult.of(Outcome.CHANNEL_DOWN, "DISABLED"));
        assertThat(fcm.requests).isEmpty();
    }

    @Test
    void anEnabledGatewayWithoutCredentialsDoesNotStart() {
        FcmConfig config = config(Map.of("enabled", "true", "project-id", "village"));

        assertThatThrownBy(() -> new FcmGateway(config, CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("credentials-file");
    }

    @Test
    void theDefaultsAreOffAndFinite() {
        FcmConfig config = config(Map.of());

        assertThat(config.enabled()).isFalse();
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.concurrency()).isEqualTo(8);
        assertThat(config.queue()).isEqualTo(100);
    }

    private FcmGateway impatient() {
        return gateway(Map.of("connect-timeout", "PT0.2S", "read-timeout", "PT0.2S"));
    }

    private FcmGateway gateway(Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "enabled",
                "true",
                "project-id",
                "village",
                "base-url",
                fcm.address().toString()));
        settings.putAll(changes);
        FcmGateway made = new FcmGateway(config(settings), CLOCK);
        open.add(made);
        return made;
    }

    private static FcmConfig config(Map<String, String> settings) {
        Map<String, String> full = new HashMap<>();
        settings.forEach((key, value) -> full.put("shouwang.push.fcm." + key, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(FcmConfig.class)
                .withSources(new PropertiesConfigSource(full, "test", 100))
                .build()
                .getConfigMapping(FcmConfig.class);
    }

    private static CompletableFuture<PushResult> start(FcmGateway gateway) {
        return gateway.send(push(Kind.TOKEN, false, 1)).subscribeAsCompletionStage();
    }

    private static PushResult send(FcmGateway gateway, PushMessage message) {
        return gateway.send(message).await().atMost(Duration.ofSeconds(20));
    }

    private static PushMessage push(Kind kind, boolean urgent, int count) {
        return new PushMessage(ID, "TASK_DUE", new PushTarget(kind, SECRET), urgent, count, "守望", "您有新的待办，请打开应用查看。");
    }

    private static Handler recorder(List<String> printed) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                Object[] parameters = entry.getParameters();
                printed.add(entry.getMessage()
                        + (parameters == null ? "" : List.of(parameters))
                        + (entry.getThrown() == null ? "" : entry.getThrown()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
