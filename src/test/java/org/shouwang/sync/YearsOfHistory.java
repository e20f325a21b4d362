package org.shouwang.sync;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.shouwang.testsupport.SentStatements.Sent;

/**
 * The tables that a pull reads and that grow, as they are after some years, of which nothing was ever pruned: temporary tables,
 * which stand before the real ones until they are dropped. As many villages as make both indexes of one and of ten years three
 * pages deep; each step of a tree costs every scope one page.
 *
 * @param worker who pulls
 * @param scopes of which this worker is told
 */
record YearsOfHistory(UUID worker, Object[] scopes, int years) {

    private static final List<String> MODES = List.of("force_custom_plan", "force_generic_plan");

    /** Plans of each statement. */
    static final int PLANS = MODES.size();

    private static final int VILLAGES = 40;
    private static final List<String> GROWING = List.of("sync_change", "access_grant", "appointment", "epoch");

    /** All positions are of the epoch before: below every cursor. */
    private static final String CHANGES = """
            insert into sync_change (scope, kind, id, removed, version, position)
            select s.scope, k.kind, gen_random_uuid(), k.kind = 'notification', 0,
                   (select max(number) - 1 from epoch)::bigint * (1::bigint << 48) + (random() * 1000000000)::bigint
            from (select code as scope from (
                      select code from area where level = 'VILLAGE' order by code <> all (?::bigint[]), code limit ?) v
                  union all select own from unnest(?::bigint[]) own where own < 0) s
            join (values ('household', 75), ('child', 150), ('visit', 600 * ?), ('task', 300 * ?), ('contact', 100 * ?),
                         ('notification', 1000 * ?)) as k(kind, number)
              on (k.kind = 'notification') = (s.scope < 0)
            cross join lateral generate_series(1, k.number)
            """;

    /** A post of before, and what was opened to the one of now, five times a year. */
    private static final List<String> OF_THE_WORKER = List.of("""
            insert into appointment (id, worker_id, role_code, area_code, appointed_on, status, ended_on, end_reason)
            select gen_random_uuid(), a.worker_id, a.role_code, a.area_code, date '2015-01-01', 'ENDED', date '2015-12-31',
                'TRANSFER'
            from (select * from public.appointment where worker_id = ?::uuid limit 1) a, generate_series(1, least(?, 1))
            """, """
            insert into access_grant (id, worker_id, appointment_id, role_code, child_id, area_code, reason_cipher,
                request_hash, granted_at, expires_at)
            select gen_random_uuid(), a.worker_id, a.id, a.role_code, gen_random_uuid(), 610304000000, '', '',
                now() - interval '2 days', now() - interval '1 day'
            from (select * from public.appointment where worker_id = ?::uuid limit 1) a, generate_series(1, 5 * ?)
            """);

    /** Pages that each statement reads after these years: by a plan for its arguments, and by one for all arguments. */
    List<Long> buffers(DataSource database, List<Sent> statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement session = connection.createStatement()) {
            for (String table : GROWING) {
                session.execute("create temp table " + table + " (like public." + table + " including all)");
            }
            session.execute("insert into epoch select * from public.epoch");
            session.execute("insert into appointment select * from public.appointment");
            fill(connection);
            session.execute("vacuum (analyze) " + String.join(", ", GROWING));
            List<Long> buffers = new ArrayList<>();
            for (Sent statement : statements) {
                session.execute("prepare asked as " + statement.sql());
                for (String mode : MODES) {
                    session.execute("set plan_cache_mode = " + mode);
                    buffers.add(buffers(session, statement));
                }
                session.execute("deallocate asked");
            }
            session.execute("drop table " + String.join(", ", GROWING));
            session.execute("reset all");
            return buffers;
        }
    }

    private void fill(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(CHANGES)) {
            insert.setArray(1, connection.createArrayOf("bigint", scopes));
            insert.setInt(2, VILLAGES);
            insert.setArray(3, connection.createArrayOf("bigint", scopes));
            for (int i = 4; i <= 7; i++) {
                insert.setInt(i, years);
            }
            insert.executeUpdate();
        }
        for (String rows : OF_THE_WORKER) {
            try (PreparedStatement insert = connection.prepareStatement(rows)) {
                insert.setObject(1, worker);
                insert.setInt(2, years);
                insert.executeUpdate();
            }
        }
    }

    /** Of the second run: the first one may find pages that nobody has looked at yet. */
    private static long buffers(Statement session, Sent statement) throws SQLException {
        String arguments = statement.arguments().size() == 0 ? "" : "(" + statement.literals() + ")";
        String explain = "explain (analyze, buffers, timing off, summary off, format json) execute asked" + arguments;
        session.execute(explain);
        try (ResultSet plan = session.executeQuery(explain)) {
            plan.next();
            JsonObject top = new JsonArray(plan.getString(1)).getJsonObject(0).getJsonObject("Plan");
            return Stream.of("Shared Hit Blocks", "Shared Read Blocks", "Local Hit Blocks", "Local Read Blocks")
                    .mapToLong(top::getLong)
                    .sum();
        }
    }
}
