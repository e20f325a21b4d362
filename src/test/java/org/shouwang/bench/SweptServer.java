package org.shouwang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.shouwang.production.PackagedServer;
import org.shouwang.production.ProductionSettings;

/** A packaged server with its background jobs, and open tasks in a thousand villages, of which none is late yet. */
final class SweptServer implements AutoCloseable {

    /** Those that fall due together: one in each village. */
    static final int DUE = 1000;

    private static final String HEAP = "512m";
    private static final int LATE_ROUNDS = 9;
    private static final String JOB = "{job=\"sweep-ladder\",outcome=\"done\"} ";

    /** What the triggers of a task would do it does itself. Tasks of the first rounds were due days ago; the sweep does not know yet. */
    private static final String FILL = """
            set session_replication_role = replica;
            set synchronous_commit = off;
            insert into area (code, name, level, parent_code, code_end)
            values (970101000000, '区', 'COUNTY', null, 970102000000);
            insert into area (code, name, level, parent_code, code_end)
            select 970101000000 + t * 1000, '镇', 'TOWNSHIP', 970101000000, 970101000000 + t * 1000 + 1000
            from generate_series(1, 20) t;
            insert into area (code, name, level, parent_code, code_end)
            select 970101000000 + t * 1000 + 200 + v, '村', 'VILLAGE', 970101000000 + t * 1000, 970101000000 + t * 1000 + 201 + v
            from generate_series(1, 20) t, generate_series(0, 49) v;
            insert into worker (id, full_name, sex_code, phone_cipher, phone_hash)
            select md5(code::text)::uuid, '主任', '2', '\\x00', code::text::bytea from area;
            insert into appointment (id, worker_id, role_code, area_code, appointed_on)
            select md5(code::text)::uuid, md5(code::text)::uuid,
                   case level when 'VILLAGE' then 'CHILDREN_DIRECTOR' when 'TOWNSHIP' then 'TOWNSHIP_COORDINATOR'
                       else 'COUNTY_CIVIL_AFFAIRS' end, code, '2026-01-01'
            from area;
            insert into task (id, area_code, recorded_area_code, title, task_type, origin, subject_type, rule, occurrence,
                assigner_appointment_id, assignee_appointment_id, priority, start_on, due_on, status, request_hash, created_at,
                created_by, updated_at, updated_by)
            select md5('task' || n)::uuid, v.code, v.code, '填报月度情况', 'REPORT', 'ASSIGNED', 'NONE', 'ASSIGNED', n::text,
                md5((v.code / 1000 * 1000)::text)::uuid, md5(v.code::text)::uuid, 'NORMAL', current_date - 30, day.due, 'NEW', '\\x00',
                now(), md5(v.code::text)::uuid, now(), md5(v.code::text)::uuid
            from generate_series(1, %1$d) n
            cross join lateral (
                select 970101001200 + n %% 1000 / 50 * 1000 + n %% 50 as code) v
            cross join lateral (
                select case when n <= %2$d then current_date - 5 else current_date + 1 + n %% 60 end as due) day;
            insert into task_ladder (task_id, next_alert_at)
            select id, greatest(due_on, current_date) + interval '1 day 8 hours' from task;
            insert into sync_change (scope, kind, id, removed, version, position, since)
            select scope, 'task', t.id, false, 0, pg_current_xact_id()::text::bigint, 'infinity'
            from task t
            join worker w on w.id = t.created_by
            cross join lateral (values (t.area_code), (-w.number)) s (scope);
            reset session_replication_role;
            reset synchronous_commit;
            """;

    private static final String FALL_DUE = """
            update task_ladder set next_alert_at = now() - interval '1 minute'
            where task_id in (select md5('task' || n)::uuid from generate_series(%d, %d) n)
            """;

    private final DurableDatabase.Another database;
    private final PackagedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private SweptServer(DurableDatabase.Another database, PackagedServer server) {
        this.database = database;
        this.server = server;
    }

    static SweptServer start(DurableDatabase cluster, String name, int open) throws IOException, SQLException {
        DurableDatabase.Another database = cluster.another(name);
        Map<String, String> settings = new HashMap<>(ProductionSettings.on(database.address()));
        settings.put("JAVA_TOOL_OPTIONS", System.getProperty("bench.java", ""));
        SweptServer started =
                new SweptServer(database, PackagedServer.launch(HEAP, settings).awaitReady());
        started.execute(FILL.formatted(open, LATE_ROUNDS * DUE));
        started.execute("vacuum analyze");
        started.execute("checkpoint");
        return started;
    }

    /** Milliseconds of the job for all that is due in this round, as it says itself. */
    double sweep(int round) {
        if (round >= LATE_ROUNDS) {
            throw new IllegalArgumentException("only tasks of " + LATE_ROUNDS + " rounds are late");
        }
        double before = metric("sum");
        double runs = metric("count");
        execute(FALL_DUE.formatted(round * DUE + 1, (round + 1) * DUE));
        await("select count(*) from task_ladder where next_alert_at <= now()", 0);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> metric("count") > runs);
        await("select count(*) from task_ladder_step where step = 'ASSIGNEE'", (round + 1) * DUE);
        return (metric("sum") - before) * 1000;
    }

    private void await(String sql, int expected) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> number(sql) == expected);
    }

    private double metric(String part) {
        String name = "shouwang_job_seconds_" + part + JOB;
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/q/metrics"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = database.operator().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = database.operator().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        server.close();
        database.close();
    }
}
