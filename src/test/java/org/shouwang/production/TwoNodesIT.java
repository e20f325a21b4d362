package org.shouwang.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.testsupport.TestDatabase;

/** Two packaged servers on one database share the ladder: whoever sweeps, each person is told once. */
class TwoNodesIT {

    private static final int TASKS = 300;
    private static final Duration SWEEPS = Duration.ofMinutes(2);

    @Test
    void eachStepIsToldOnceAlsoWhenANodeIsKilled() throws SQLException {
        DatabaseAddress database = TestDatabase.fresh("two_nodes");
        Map<String, String> settings = ProductionSettings.on(database);
        try (PackagedServer first = PackagedServer.launch(settings).awaitReady();
                PackagedServer second = PackagedServer.launch(settings).awaitReady();
                Connection connection = connect(database)) {
            assertThat(count(connection, "select count(*) from worker")).isZero();
            fillWithLateTasks(connection);

            Awaitility.await().atMost(SWEEPS).until(() -> told(connection) > 0);
            second.kill();
            Awaitility.await().atMost(SWEEPS).until(() -> told(connection) >= 3 * TASKS);

            assertThat(told(connection)).isEqualTo(3 * TASKS);
            assertThat(count(connection, "select count(distinct (worker_id, subject_id)) from notification"))
                    .isEqualTo(3 * TASKS);
            assertThat(first.get("/q/health/ready").statusCode()).isEqualTo(200);
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            TestDatabase.drop(database);
        }
    }

    private static int told(Connection connection) throws SQLException {
        return count(connection, "select count(*) from notification");
    }

    /** One village with its director, coordinator and county, and tasks that are late for all three. */
    private static void fillWithLateTasks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into area (code, name, level, parent_code, code_end) values
                        (610304000000, '区', 'COUNTY', null, 610305000000),
                        (610304101000, '镇', 'TOWNSHIP', 610304000000, 610304102000),
                        (610304101200, '村', 'VILLAGE', 610304101000, 610304101201);
                    insert into worker (id, full_name, sex_code, phone_cipher, phone_hash)
                    select md5(role)::uuid, role, '2', '\\x00', role::bytea
                    from unnest(array ['CHILDREN_DIRECTOR', 'TOWNSHIP_COORDINATOR', 'COUNTY_CIVIL_AFFAIRS']) role;
                    insert into appointment (id, worker_id, role_code, area_code, appointed_on)
                    select md5(p.role)::uuid, md5(p.role)::uuid, p.role, p.area, '2026-01-01'
                    from (values ('CHILDREN_DIRECTOR', 610304101200), ('TOWNSHIP_COORDINATOR', 610304101000),
                                 ('COUNTY_CIVIL_AFFAIRS', 610304000000)) p (role, area);
                    insert into task (id, area_code, recorded_area_code, title, task_type, origin, subject_type, rule,
                        occurrence, assigner_appointment_id, assignee_appointment_id, priority, start_on, due_on, status,
                        request_hash, created_at, created_by, updated_at, updated_by)
                    select md5('task' || n)::uuid, 610304101200, 610304101200, 'late', 'OTHER', 'ASSIGNED', 'NONE', 'ASSIGNED',
                        n::text, md5('TOWNSHIP_COORDINATOR')::uuid, md5('CHILDREN_DIRECTOR')::uuid, 'NORMAL',
                        current_date - 60, current_date - 50, 'NEW', '\\x00', now(), md5('CHILDREN_DIRECTOR')::uuid, now(),
                        md5('CHILDREN_DIRECTOR')::uuid
                    from generate_series(1, %d) n;
                    insert into task_ladder (task_id, next_alert_at) select id, now() - interval '1 day' from task;
                    """.formatted(TASKS));
        }
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(DatabaseAddress database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
