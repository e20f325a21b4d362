package org.shouwang.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.notification.gateway.PushResult.Outcome;
import org.shouwang.notification.gateway.PushTarget.Kind;

/** What every gateway keeps, whatever its provider does; over real HTTP. */
@Timeout(30)
abstract class GatewayContract<S extends ProviderStandIn> {

    static final UUID ID = UUID.fromString("0197a0c0-0000-7000-8000-000000000001");
    static final String SECRET = "target-that-must-not-be-printed";
    static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final List<TestedGateway> open = new ArrayList<>();
    S provider;
    TestedGateway gateway;

    abstract S standIn() throws IOException;

    abstract TestedGateway open(S provider, Map<String, String> changes);

    /** Settings with which it waits for a fifth of a second. */
    abstract Map<String, String> impatient();

    /** Refuses in a way of which the gateway knows nothing, quoting the target. */
    abstract ProviderStandIn.Answer unknownRefusal();

    @BeforeEach
    void start() throws IOException {
        provider = standIn();
        gateway = gateway(Map.of());
    }

    @AfterEach
    void stop() {
        open.forEach(TestedGateway::close);
        provider.close();
    }

    TestedGateway gateway(Map<String, String> changes) {
        TestedGateway made = open(provider, changes);
        open.add(made);
        return made;
    }

    static PushResult send(PushGateway gateway, PushMessage message) {
        return gateway.send(message).await().atMost(Duration.ofSeconds(20));
    }

    /** One that was told an hour ago. */
    static PushMessage push(Kind kind, boolean urgent, int count) {
        return new PushMessage(
                ID,
                "TASK_DUE",
                new PushTarget(kind, SECRET),
                urgent,
                count,
                "守望",
                "您有新的待办，请打开应用查看。",
                NOW.plus(Duration.ofHours(23)));
    }

    @Test
    void silenceEndsWithTheTimeOut() {
        provider.answer(SECRET, provider.silence());

        PushResult result = send(gateway(impatient()), push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.retry("DEADLINE_EXCEEDED", null));
        assertThat(provider.requests).hasSize(1);
    }

    @Test
    void anAnswerThatNeverEndsIsBoundedToo() {
        provider.answer(SECRET, provider.stallsInTheBody());

        PushResult result = send(gateway(impatient()), push(Kind.TOKEN, false, 1));

        assertThat(result).isEqualTo(PushResult.retry("DEADLINE_EXCEEDED", null));
        assertThat(provider.requests).hasSize(1);
    }

    @Test
    void aClosedConnectionIsTriedAgainByTheCallerOnly() {
        provider.answer(SECRET, ProviderStandIn.hangUp());

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result.outcome()).isEqualTo(Outcome.RETRY);
        assertThat(provider.requests).hasSize(1);
    }

    @Test
    void nobodyListeningIsARetry() {
        provider.close();

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result.outcome()).isEqualTo(Outcome.RETRY);
    }

    @Test
    void aProxysPageDeletesNothing() {
        provider.answer(SECRET, ProviderStandIn.reply(404, Map.of(), "<html>a proxy's page</html>"));

        PushResult result = send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(result.outcome()).isEqualTo(Outcome.RETRY);
    }

    @Test
    void nothingIsSentBeforeSubscription() {
        Uni<PushResult> unused = gateway.send(push(Kind.TOKEN, false, 1));
        send(gateway, push(Kind.TOKEN, false, 1));

        assertThat(provider.requests).hasSize(1);
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
        provider.answer(SECRET, unknownRefusal());
        PushMessage push = push(Kind.TOKEN, false, 1);
        try {
            PushResult result = send(gateway, push);

            assertThat(result.outcome()).isEqualTo(Outcome.RETRY);
            assertThat(result.toString()).doesNotContain(SECRET);
            assertThat(push.toString()).contains("***").doesNotContain(SECRET);
            assertThat(printed).noneMatch(line -> line.contains(SECRET));
        } finally {
            root.removeHandler(recorder);
            root.setLevel(before);
        }
    }

    @Test
    void aGatewayThatIsOffSendsNothing() {
        TestedGateway off = gateway(Map.of("enabled", "false"));

        PushResult result = send(off, push(Kind.TOKEN, false, 1));

        assertThat(off.enabled()).isFalse();
        assertThat(result).isEqualTo(PushResult.of(Outcome.CHANNEL_DOWN, "DISABLED"));
        assertThat(provider.requests).isEmpty();
    }

    private static Handler recorder(List<String> printed) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                Object[] parameters = entry.getParameters();
                printed.add(entry.getMessage()
                        + Arrays.toString(parameters)
                        + (entry.getThrown() == null ? "" : entry.getThrown()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
