package org.shouwang.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.notification.gateway.FlakyFcm;
import org.shouwang.notification.gateway.FlakyFcm.Name;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.testsupport.TestDatabase;
import org.shouwang.testsupport.WorkerTable;

/**
 * Two packaged servers tell workers of late tasks while one after the other is killed and FCM has a bad day: each notification is in
 * the inbox once, and what reaches a phone twice replaces itself there. All is urgent, since the rest would wait for the morning.
 * {@code -Dsoak.notifications=100000} makes a soak of it, which waits as long as it takes; {@code -Dsoak.kills=}, {@code
 * -Dsoak.seed=}.
 */
class KilledNodesIT {

    private static final Logger LOG = Logger.getLogger(KilledNodesIT.class);

    private static final boolean SOAK = Integer.getInteger("soak.notifications") != null;
    private static final int NOTIFICATIONS = Integer.getInteger("soak.notifications", 1000);
    private static final int KILLS = Integer.getInteger("soak.kills", 2);
    private static final long SEED = Long.getLong("soak.seed", 20261123L);
    private static final Duration LONGEST = SOAK ? Duration.ofHours(2) : Duration.ofMinutes(3);

    private static final int PHONES = 500;
    private static final int GONE_EVERY = 50;
    private static final long VILLAGE = 610304101200L;

    /** Time passes quickly: backoff and what ten seconds have passed of a lease, as if the rest had too. */
    private static final String HURRY = """
            update delivery
            set next_attempt_at = least(next_attempt_at, now()),
                leased_until = case when leased_until < clock_timestamp() + interval '50 seconds' then clock_timestamp()
                                    else leased_until end
            where state = 'PENDING'
              and (next_attempt_at > now() or leased_until < clock_timestamp() + interval '50 seconds')
            """;

    private final DatabaseAddress database = TestDatabase.fresh("killed_nodes");
    private final Map<String, String> settings = new HashMap<>(ProductionSettings.on(database));
    private FlakyFcm fcm;
    private Nodes nodes;

    @BeforeEach
    void start() throws Exception {
        fcm = new FlakyFcm(SEED);
        settings.putAll(Map.of(
                "SHOUWANG_PUSH_FCM_ENABLED",
                "true",
                "SHOUWANG_PUSH_FCM_PROJECT_ID",
                "village",
                "SHOUWANG_PUSH_FCM_BASE_URL",
                fcm.address().toString(),
                "SHOUWANG_PUSH_FCM_CONNECT_TIMEOUT",
                "1s",
                "SHOUWANG_PUSH_FCM_READ_TIMEOUT",
                "1s"));
        nodes = new Nodes(settings);
    }

    @AfterEach
    void stop() {
        nodes.close();
        fcm.close();
        TestDatabase.drop(database);
    }

    @Test
    void eachIsInTheInboxOnceAndWhatComesTwiceReplacesItself() throws SQLException {
        nodes.start().awaitReady();
        try (Connection connection = Tables.connect(database)) {
            fill(connection);
        }
        long begin = System.nanoTime();
        nodes.start();

        untilAllIsOver();

        double seconds = (System.nanoTime() - begin) / 1e9;
        Map<String, List<Name>> taken = fcm.taken();
        report(taken, seconds);
        assertThat(nodes.kills()).isEqualTo(KILLS);
        assertThat(number("select count(*) from notification")).isEqualTo(NOTIFICATIONS);
        assertThat(number("select count(distinct (worker_id, subject_id)) from notification"))
                .isEqualTo(NOTIFICATIONS);
        assertThat(column("select d.notification_id from delivery d where d.state = 'SENT'"))
                .hasSize(NOTIFICATIONS - goneNotifications())
                .allSatisfy(nid -> assertThat(taken).containsKey(nid));
        assertThat(taken).allSatisfy((nid, names) -> assertThat(new HashSet<>(names))
                .singleElement()
                .satisfies(name ->
                        assertThat(List.of(name.tag(), name.collapseId())).containsOnly(nid)));
        assertThat(taken.values()).as("lost answers are sent again").anyMatch(names -> names.size() > 1);
    }

    private void untilAllIsOver() {
        Random chance = new Random(SEED);
        List<Integer> kills = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            kills.add(chance.nextInt(NOTIFICATIONS));
        }
        kills.sort(null);
        Awaitility.await()
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(SOAK ? 500 : 100))
                .until(() -> {
                    while (nodes.kills() < KILLS && fcm.requests() >= kills.get(nodes.kills())) {
                        nodes.killOne(chance);
                    }
                    if (!SOAK) {
                        Tables.execute(database, HURRY);
                    }
                    return number("select count(*) from notification") >= NOTIFICATIONS
                            && number("select count(*) from delivery where state = 'PENDING'") == 0;
                });
    }

    /** One village with a director for each phone, who are all late with as many urgent tasks. */
    private void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into area (code, name, level, parent_code, code_end) values
                        (610304000000, '区', 'COUNTY', null, 610305000000),
                        (610304101000, '镇', 'TOWNSHIP', 610304000000, 610304102000),
                        (610304101200, '村', 'VILLAGE', 610304101000, 610304101201)
                    """);
        }
        connection.setAutoCommit(false);
        WorkerTable.Keys keys = ProductionSettings.keys(settings);
        for (int i = 0; i < PHONES; i++) {
            UUID worker = WorkerTable.appoint(
                    connection, keys, Long.toString(19700000000L + i), "CHILDREN_DIRECTOR", VILLAGE);
            WorkerTable.phone(connection, keys, worker, (i % GONE_EVERY == 0 ? FlakyFcm.GONE : "phone-") + i);
            tasks(connection, worker, i);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into task_ladder (task_id, next_alert_at) select id, now() - interval '1 day' from task");
        }
        connection.commit();
    }

    private static void tasks(Connection connection, UUID worker, int number) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into task (id, area_code, recorded_area_code, title, task_type, origin, subject_type, rule,
                    occurrence, assigner_appointment_id, assignee_appointment_id, priority, start_on, due_on, status,
                    request_hash, created_at, created_by, updated_at, updated_by)
                select gen_random_uuid(), ?, ?, 'late', 'OTHER', 'ASSIGNED', 'NONE', 'ASSIGNED', ? || '/' || n, ?, ?,
                    'URGENT', current_date - 60, current_date - 50, 'NEW', '\\x00', now(), ?, now(), ?
                from generate_series(1, ?) n
                """)) {
            insert.setLong(1, VILLAGE);
            insert.setLong(2, VILLAGE);
            insert.setInt(3, number);
            for (int column = 4; column <= 7; column++) {
                insert.setObject(column, worker);
            }
            insert.setInt(8, NOTIFICATIONS / PHONES);
            insert.executeUpdate();
        }
    }

    private static int goneNotifications() {
        return PHONES / GONE_EVERY * (NOTIFICATIONS / PHONES);
    }

    private void report(Map<String, List<Name>> taken, double seconds) {
        long repeats =
                taken.values().stream().mapToLong(names -> names.size() - 1L).sum();
        LOG.infof(
                "%d notifications to %d phones, %d kills, %.0f s: %d requests, %.0f a second; answers %s; taken on more"
                        + " than once: %d of %d notifications, %d times",
                NOTIFICATIONS,
                PHONES,
                nodes.kills(),
                seconds,
                fcm.requests(),
                fcm.requests() / seconds,
                fcm.fates(),
                taken.values().stream().filter(names -> names.size() > 1).count(),
                taken.size(),
                repeats);
    }

    private int number(String sql) {
        return Tables.number(database, sql);
    }

    private List<String> column(String sql) {
        return Tables.column(database, sql);
    }
}
