package org.shouwang.bench;

import io.agroal.api.AgroalDataSource;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

/**
 * Does a morning on which a thousand sign in at the same moment slow those who are signed in? Asks {@code GET /me} fifty
 * times a second, quiet and during the storm. Those who sign in are a process of its own with the lowest priority, since
 * their thousand phones do not run on the server's cores.
 */
@QuarkusTest
class LoginStormBench {

    private static final Logger LOG = Logger.getLogger(LoginStormBench.class);

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final int ROUNDS = 3;
    private static final long EVERY_NANOS = 20_000_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger refused = new AtomicInteger();

    @TestHTTPResource("/api/v1/")
    URI api;

    @Inject
    AgroalDataSource database;

    /** The people of the demo district are hashed with little work. */
    @BeforeEach
    void hashAsInProduction() throws SQLException {
        Sql.update(database, "update worker set password_hash = ?", BcryptUtil.bcryptHash(Accounts.PASSWORD));
    }

    @Test
    void signedInDuringAStorm() throws Exception {
        String token = Accounts.DIRECTOR.token();
        latencies(token, WARM_UP);
        duringAStorm(token, WARM_UP);
        refused.set(0);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(ratio(latencies(token, MEASURED), duringAStorm(token, MEASURED)));
        }
        ratios.sort(null);
        LOG.infof("ratios of p99: %s; calls of GET /me refused: %d", ratios, refused.get());
    }

    private static double ratio(List<Long> quiet, List<Long> storm) {
        double ratio = percentile(storm, 99) / percentile(quiet, 99);
        LOG.infof(
                "GET /me p50 %.1f ms, p99 %.1f ms; in the storm p50 %.1f ms, p99 %.1f ms; ratio of p99 %.2f",
                percentile(quiet, 50), percentile(quiet, 99), percentile(storm, 50), percentile(storm, 99), ratio);
        return ratio;
    }

    private List<Long> duringAStorm(String token, Duration length) throws Exception {
        Process storm = storm();
        try {
            List<Long> times = latencies(token, length);
            storm.getOutputStream().close();
            String answers = new String(storm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            LOG.infof("sign-ins by status: %s", answers.strip());
            return times;
        } finally {
            storm.destroyForcibly();
        }
    }

    private Process storm() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        "nice",
                        "-n",
                        "19",
                        java.toString(),
                        "-cp",
                        Path.of("target", "test-classes").toString(),
                        LoginStorm.class.getName(),
                        api.toString(),
                        Accounts.PASSWORD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
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
                    client.sendAsync(me, HttpResponse.BodyHandlers.discarding()).thenApply(answer -> {
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

    private static double percentile(List<Long> sorted, int percent) {
        return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1) / 1e6;
    }
}
