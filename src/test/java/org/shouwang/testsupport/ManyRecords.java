package org.shouwang.testsupport;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A county's records of five years, with the indexes of the migrations, for the plans that PostgreSQL makes: temporary tables,
 * which stand before the real ones until they are dropped.
 */
public final class ManyRecords {

    /** 300 villages in 12 towns; every tenth visit, task and activity is of the last half year. Vacuumed, as in the long run all are. */
    private static final List<String> TABLES = List.of(
            "create temp table area (like public.area including indexes including defaults)",
            "create temp table child (like public.child including indexes including defaults)",
            "create temp table visit (like public.visit including indexes including defaults)",
            "create temp table visit_child (like public.visit_child including indexes including defaults)",
            "create temp table task (like public.task including indexes including defaults)",
            "create temp table activity (like public.activity including indexes including defaults)",
            "create temp table activity_attendance (like public.activity_attendance including indexes)",
            """
            create temp table made as
            select i, md5('made' || i)::uuid as id, md5('made' || i % 20000)::uuid as child,
                   610304101200 + i % 300 / 25 * 1000 + i % 25 as place,
                   timestamptz '2026-03-15 12:00+08' - make_interval(days => i % 1800) as at
            from generate_series(1, 60000) i
            """,
            """
            insert into area (code, name, level, code_end)
            select distinct place, '试验', 'VILLAGE', place + 1 from made
            """,
            """
            insert into child (id, household_id, area_code, recorded_area_code, full_name, sex_code, birth_date, id_type,
                hukou_registered, residence_address_cipher, rural_hukou, living_status, risk_level, file_status,
                last_verified_at, source, notice_given_at, notice_version, request_hash, created_at, created_by, updated_at,
                updated_by)
            select id, id, place, place, '试验', '1', '2017-06-01', 'NONE', true, 'x', true, 'AT_HOME', 'LOW',
                'ACTIVE', at, 'VISIT', at, '1', 'x', at, id, at, id
            from made where i <= 20000
            """,
            """
            insert into visit (id, household_id, area_code, recorded_area_code, visitor_appointment_id, method, purpose,
                started_at, outcome, received_at, request_hash, created_at, created_by, updated_at, updated_by)
            select id, child, place, place, id, 'HOME', 'ROUTINE', at, 'MET_CHILD', at, 'x', at, id, at, id from made
            """,
            "insert into visit_child (visit_id, child_id, area_code, met) select id, child, place, true from made",
            """
            insert into task (id, area_code, recorded_area_code, title, task_type, origin, subject_type, subject_id, rule,
                occurrence, assigner_appointment_id, priority, start_on, due_on, status, done_at, request_hash, created_at,
                created_by, updated_at, updated_by)
            select id, place, place, '试验', 'VISIT', 'POLICY', 'CHILD', child, 'x', id::text, id, 'NORMAL', at::date,
                at::date, case when i % 1800 < 30 then 'NEW' else 'DONE' end, case when i % 1800 < 30 then null else at end,
                'x', at, id, at, id
            from made
            """,
            """
            insert into activity (id, area_code, recorded_area_code, title, theme_code, place, started_at, ended_at,
                host_appointment_id, count_children, count_boys, count_girls, count_age_0_to_2, count_age_3_to_5,
                count_age_6_to_11, count_age_12_to_15, count_age_16_to_17, count_left_behind, count_difficult, count_migrant,
                count_disabled, count_parents, count_women, count_volunteers, summary, request_hash, created_at, created_by,
                updated_at, updated_by)
            select id, place, place, '试验', 'LAW', '试验', at, at, id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '试验', 'x',
                at, id, at, id
            from made
            """,
            "insert into activity_attendance (activity_id, child_id) select id, child from made where i % 3 = 0",
            "vacuum (analyze) area, child, visit, visit_child, task, activity, activity_attendance");

    private ManyRecords() {}

    /** How a statement is carried out, by a plan for its arguments and by one for all, of which all calls get one in the end. */
    public static List<String> plans(DataSource database, String statement, String types, String arguments)
            throws SQLException {
        List<String> plans = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement session = connection.createStatement()) {
            for (String table : TABLES) {
                session.execute(table);
            }
            session.execute("prepare counted (" + types + ") as " + statement);
            for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
                session.execute("set plan_cache_mode = " + mode);
                plans.add(plan(session, arguments));
            }
            session.execute("deallocate counted");
            session.execute("drop table area, child, visit, visit_child, task, activity, activity_attendance, made");
            session.execute("reset all");
        }
        return plans;
    }

    private static String plan(Statement session, String arguments) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows =
                session.executeQuery("explain (analyze, timing off) execute counted (" + arguments + ")")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return String.join("\n", lines);
    }
}
