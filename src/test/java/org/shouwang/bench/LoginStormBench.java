package org.shouwang.bench;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;

/**
 * Does a morning on which a thousand sign in at the same moment slow those who are signed in? Asks {@code GET /me} fifty
 * times a second, quiet and during the storm. Each of the thousand tries again after {@code Retry-After} until it is in.
 */
@QuarkusTest
class LoginStormBench {

    private static final Logger LOG = Logger.getLogger(LoginStormBench.class);

    private static final int CLIENTS = 1000;
    private static final int DEMO_PHONES = 200;
    private static final long FIRST_DEMO_PHONE = 13800000001L;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final long EVERY_NANOS = 20_000_000;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final HttpClient storm = client();
    private final HttpClient quiet = client();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @TestHTTPResource("/api/v1/")
    URI api;

    @Test
    void signedInDuringAStorm() throws Exception {
        String token = Accounts.DIRECTOR.token();
        latencies(token, WARM_UP);
        during(token, WARM_UP);
        answers.clear();
        refused.set(0);
        List<Long> before = latencies(token, MEASURED);

        List<Long> during = during(token, MEASURED);

        LOG.infof("GET /me quiet:  p50 %.1f ms, p99 %.1f ms", percentile(before, 50), percentile(before, 99));
        LOG.infof("GET /me storm:  p50 %.1f ms, p99 %.1f ms", percentile(during, 50), percentile(during, 99));
        LOG.infof(
                "ratio of p99: %.2f; calls of GET /me refused: %d; sign-ins by status: %s",
                percentile(during, 99) / percentile(before, 99), refused.get(), new TreeMap<>(answers));
    }

    @AfterEach
    void endOfTheStorm() {
        over.set(true);
        timer.shutdownNow();
    }

    private List<Long> during(String token, Duration length) throws Exception {
        over.set(false);
        List<CompletableFuture<Void>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(signIn(FIRST_DEMO_PHONE + i % DEMO_PHONES));
        }
        List<Long> times = latencies(token, length);
        over.set(true);
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).get(2, TimeUnit.MINUTES);
        return times;
    }

    /** Sorted times in nanoseconds, counted from the moment at which the call was due, so that no stall is overlooked. */
    private List<Long> latencies(String token, Duration length) throws Exception {
        HttpRequest me = HttpRequest.newBuilder(api.resolve("me"))
                .header("Authorization", "Bearer " + token)
                .build();
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        long begin = System.nanoTime();
        for (long due = begin; due - begin < length.toNanos(); due += EVERY_NANOS) {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            long from = due;
            calls.add(
                    quiet.sendAsync(me, HttpResponse.BodyHandlers.discarding()).thenApply(answer -> {
                        if (answer.statusCode() != 200) {
                            refused.incrementAndGet();
                        }
                        return System.nanoTime() - from;
                    }));
        }
        List<Long> times = new ArrayList<>();
        for (CompletableFuture<Long> call : calls) {
            times.add(call.get(1, TimeUnit.MINUTES));
        }
        times.sort(null);
        return times;
    }

    private CompletableFuture<Void> signIn(long phone) {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"phone\": \"%d\", \"password\": \"%s\"}".formatted(phone, Accounts.PASSWORD)))
                .build();
        return storm.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenCompose(answer -> {
            answers.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger())
                    .incrementAndGet();
            long wait = answer.headers().firstValueAsLong("Retry-After").orElse(-1);
            if (wait < 0 || over.get()) {
                return CompletableFuture.completedFuture(null);
            }
            CompletableFuture<Void> later = new CompletableFuture<>();
            timer.schedule(() -> later.complete(null), wait, TimeUnit.SECONDS);
            return later.thenCompose(waited -> over.get() ? later : signIn(phone));
        });
    }

    private static double percentile(List<Long> sorted, int percent) {
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1) / 1e6;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
}
