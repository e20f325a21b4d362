package org.shouwang.register.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.shouwang.register.name.NameKeys;

/**
 * Which plans PostgreSQL makes of a search by name, on tables of this size with the indexes of the migrations: temporary ones,
 * which stand before the real ones until their connection drops them. {@code -Dtest.children=600000} tells how long it takes.
 */
@QuarkusTest
class NameSearchPlanApiTest {

    private static final Logger LOG = Logger.getLogger(NameSearchPlanApiTest.class);

    private static final int CHILDREN = Integer.getInteger("test.children", 60_000);

    private static final String NO_ONE = "00000000-0000-0000-0000-000000000000";

    /** Names of three characters, the first surname as frequent as 王, in 40 towns of 25 villages. */
    private static final List<String> TABLES = List.of(
            "create temp table child (like public.child including indexes including defaults)",
            "create temp table child_search (like public.child_search including indexes)",
            """
            create temp table made as
            select gen_random_uuid() as id, 610304000000 + mod(i, 1000) / 25 * 1000 + mod(i, 25) as area,
                   chr(19968 + a) || chr(20968 + b) || chr(21968 + c) as name,
                   's' || chr(97 + mod(a, 26)) as pa, 'x' || chr(97 + mod(b, 26)) as pb, 'y' || chr(97 + mod(c, 26)) as pc
            from (select i, case when random() < 0.08 then 0 else (random() * 300)::integer end as a,
                         (random() * 400)::integer as b, (random() * 400)::integer as c
                  from generate_series(1, %d) as i) as dice
            """.formatted(CHILDREN),
            """
            insert into child (id, household_id, area_code, recorded_area_code, full_name, sex_code, birth_date, id_type,
                hukou_registered, residence_address_cipher, rural_hukou, living_status, risk_level, file_status,
                last_verified_at, source, notice_given_at, notice_version, request_hash, created_at, created_by, updated_at,
                updated_by)
            select id, id, area, area, name, '1', date '2017-06-01', 'NONE', true, decode(repeat('ab', 60), 'hex'), true, 'AT_HOME', 'LOW',
                'ACTIVE', now(), 'VISIT', now(), '1', decode(repeat('cd', 32), 'hex'), now(), id, now(), id
            from made
            """,
            """
            insert into child_search (child_id, plain, keys)
            select id, name, array['n:' || substr(name, 1, 1), 'n:' || substr(name, 2, 1), 'n:' || substr(name, 3, 1),
                'n:' || substr(name, 1, 2), 'n:' || substr(name, 2, 2), 'p:' || pa, 'p:' || pb, 'p:' || pc, 'p:' || pa || pb,
                'p:' || pb || pc, 'p:' || pa || pb || pc, 'i:s', 'i:x', 'i:y', 'i:sx', 'i:xy', 'i:sxy']
            from made
            """,
            "analyze child",
            "analyze child_search");

    private static final String TYPES = "(bigint[], bigint[], bigint, uuid, integer, text[], text, text[])";

    /** What is looked for: of a frequent surname, of a rare name, by pinyin, by initials that everybody has. */
    private static final List<String> TEXTS = List.of("一", "一凉", "一凉嗐", "saxbyc", "xy");

    private record Scope(String name, String query, String ranges) {

        /** What the index is asked for. */
        String reads() {
            return query.equals(NameSearch.NARROW) ? "area_code >= r.lower" : "keys @>";
        }
    }

    private static final List<Scope> SCOPES = List.of(
            new Scope("village", NameSearch.NARROW, "'{610304000003}', '{610304000004}'"),
            new Scope("town", NameSearch.NARROW, "'{610304001000}', '{610304002000}'"),
            new Scope("county", NameSearch.WIDE, "'{610304000000}', '{610305000000}'"),
            new Scope("instance", NameSearch.WIDE, "'{100000000000}', '{1000000000000}'"));

    @Inject
    DataSource database;

    @Test
    void everyScopeIsReadByAnIndex() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            for (Scope scope : SCOPES) {
                statement.execute("set enable_seqscan = " + (scope.query().equals(NameSearch.WIDE) ? "off" : "on"));
                statement.execute("prepare search " + TYPES + " as " + scope.query());
                for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
                    statement.execute("set plan_cache_mode = " + mode);
                    for (String text : TEXTS) {
                        List<String> plan = plan(statement, scope, text);
                        String what = scope.name() + ", " + text + ", " + mode;
                        LOG.infof(
                                "%s, %d characters, %s: %s",
                                scope.name(), text.length(), mode, plan.get(plan.size() - 1));
                        assertThat(String.join("\n", plan))
                                .as(what)
                                .containsPattern("Index Cond: .*" + scope.reads())
                                .doesNotContain("Seq Scan on child");
                    }
                }
                statement.execute("deallocate search");
            }
            statement.execute("drop table child, child_search, made");
            statement.execute("reset all");
        }
    }

    private static List<String> plan(Statement statement, Scope scope, String text) throws SQLException {
        boolean letters = text.charAt(0) < 128;
        String arguments = "array['%s'], '%s', %s"
                .formatted(
                        String.join("','", NameKeys.parts(text)),
                        text,
                        letters ? "array['p:%1$s', 'i:%1$s']".formatted(text) : "'{}'");
        List<String> plan = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("explain (analyze, timing off) execute search (%s, 0, '%s', 101, %s)"
                        .formatted(scope.ranges(), NO_ONE, arguments))) {
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
        }
        return plan;
    }
}
