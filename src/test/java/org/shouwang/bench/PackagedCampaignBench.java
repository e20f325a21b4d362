package org.shouwang.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.task.campaign.CampaignForms;

/**
 * Do phones notice that a campaign makes its tasks? Sixteen of them ask what is new, one request after the other, before and while the
 * tasks of some twenty thousand children are made. {@code -Dbench.children=}, {@code -Dbench.before=} seconds, {@code
 * -Dbench.warm-up=}.
 */
class PackagedCampaignBench {

    private static final int PHONES = 16;
    private static final int CHILDREN = Integer.getInteger("bench.children", 20_000);
    private static final Duration BEFORE = Duration.ofSeconds(Integer.getInteger("bench.before", 30));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 40));
    private static final Duration SLICE = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private BenchedServer server;
    private Vertx vertx;

    @BeforeEach
    void start() throws Exception {
        server = BenchedServer.start(Map.of());
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close();
        server.close();
    }

    @Test
    void pullsBesideACampaign() throws Exception {
        List<String> tokens = new Villages(server)
                .fill(PHONES).stream().map(Villages.Director::token).toList();
        ManyChildren.fill(server.database(), Villages.COUNTY, CHILDREN);
        Awaitility.await().atMost(LONGEST).until(() -> count("follow_up_look where look_at <= now()") == 0);
        Phones phones = new Phones(vertx, server, tokens);
        Slice.of(vertx, phones.work(), PHONES, WARM_UP, server);
        Slice before = Slice.of(vertx, phones.work(), PHONES, BEFORE, server);
        int changes = phones.changes();

        try (LockWaits waits = new LockWaits(server.database())) {
            long begin = System.nanoTime();
            begin();
            Slice during = until(phones, () -> count("campaign where tasks_made_at is not null") == 1);
            double seconds = (System.nanoTime() - begin) / 1e9;
            report(before, during, seconds, waits.longestMillis(), phones.changes() - changes);
        }
        Slice after = Slice.of(vertx, phones.work(), PHONES, BEFORE, server);
        System.out.printf(
                Locale.ROOT,
                "afterwards: p50 %.1f ms, p99 %.1f ms%n",
                after.percentileMillis(50),
                after.percentileMillis(99));
    }

    private void begin() throws Exception {
        Map<String, Object> form = new HashMap<>(CampaignForms.visits(
                LocalDate.now(ZoneId.of("Asia/Shanghai")), List.of(), Long.toString(Villages.COUNTY)));
        form.put("subjectType", "CHILD");
        form.put("subjectFilter", Map.of());
        server.send("PUT", "campaigns/" + UUID.randomUUID(), server.token(Villages.OFFICE_PHONE), form);
    }

    private Slice until(Phones phones, BooleanSupplier over) throws Exception {
        List<Slice> slices = new ArrayList<>();
        long begin = System.nanoTime();
        while (!over.getAsBoolean()) {
            if (System.nanoTime() - begin > LONGEST.toNanos()) {
                throw new IllegalStateException("the campaign takes too long");
            }
            slices.add(Slice.of(vertx, phones.work(), PHONES, SLICE, server));
        }
        return Slice.joined(slices);
    }

    private long count(String rows) {
        try {
            return server.database().number("select count(*) from " + rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(Slice before, Slice during, double seconds, long waitMillis, int changes) {
        long made = count("task where rule = 'CAMPAIGN'");
        System.out.printf(
                Locale.ROOT,
                """

                | pulls | a second | p50 ms | p99 ms | CPU ms server | CPU ms database |
                |---|---|---|---|---|---|
                | before | %.0f | %.1f | %.1f | %.2f | %.2f |
                | during the campaign | %.0f | %.1f | %.1f | %.2f | %.2f |

                ratio of p99 %.2f; %d tasks in %.0f s, %.0f a second; longest wait for a lock %d ms; %d changes pulled meanwhile
                """,
                before.rate(),
                before.percentileMillis(50),
                before.percentileMillis(99),
                before.serverMillisEach(),
                before.databaseMillisEach(),
                during.rate(),
                during.percentileMillis(50),
                during.percentileMillis(99),
                during.serverMillisEach(),
                during.databaseMillisEach(),
                during.percentileMillis(99) / before.percentileMillis(99),
                made,
                seconds,
                made / seconds,
                waitMillis,
                changes);
    }
}
