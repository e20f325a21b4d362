package org.shouwang.staff.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.secret.PhoneNumber;

class SmsWebhookTest {

    private static final PhoneNumber PHONE = new PhoneNumber("19900000001");
    private static final String CODE = "314159";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Map<?, ?>> received = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
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
    void aCodeIsPostedAsJsonWithTheSecret() {
        webhook(address()).send(PHONE, CODE);

        awaitCount("sent", 1);
        assertThat(received).containsExactly(Map.of("phone", PHONE.value(), "code", CODE, "kind", "login"));
        assertThat(authorizations).containsExactly("Bearer the secret");
    }

    @Test
    void aWebhookThatRefusesIsCountedAndNeitherNumberNorCodeIsLogged() {
        status = 500;

        webhook(address()).send(PHONE, CODE);

        awaitCount("failed", 1);
        assertThat(log.lines).singleElement().asString().contains("500").doesNotContain(PHONE.value(), CODE);
    }

    @Test
    void aWebhookThatDoesNotAnswerIsGivenUpAndItsPlaceIsFreeAgain() {
        silent = true;
        SmsWebhook webhook = webhook(address());

        webhook.send(PHONE, CODE);
        webhook.send(PHONE, CODE);

        assertThat(count("dropped")).isEqualTo(1);
        awaitCount("failed", 1);
        silent = false;
        webhook.send(PHONE, CODE);
        awaitCount("sent", 1);
        assertThat(String.join("", log.lines)).doesNotContain(PHONE.value(), CODE);
    }

    @Test
    void aWebhookThatIsNotThereIsCounted() {
        server.stop(0);

        webhook(address()).send(PHONE, CODE);

        awaitCount("failed", 1);
    }

    @Test
    void withoutAnAddressThereIsNone() {
        assertThat(webhook(null).enabled()).isFalse();
        assertThat(webhook(address()).enabled()).isTrue();
    }

    private SmsWebhook webhook(URI address) {
        return new SmsWebhook(new WebhookSettings(address), new ObjectMapper(), meters);
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/sms");
    }

    private void answer(HttpExchange exchange) throws IOException {
        received.add(new ObjectMapper()
                .readValue(new String(exchange.getRequestBody().readAllBytes(), UTF_8), Map.class));
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
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

    private void awaitCount(String outcome, int expected) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(count(outcome)).isEqualTo(expected));
    }

    private double count(String outcome) {
        return meters.counter("shouwang.sms", "outcome", outcome).count();
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
