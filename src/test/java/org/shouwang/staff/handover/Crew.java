package org.shouwang.staff.handover;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Tasks;

/** Workers of a town that no other test counts, with what belongs to their posts, made in the database. */
final class Crew {

    static final String TOWN = "610304115000";
    static final String VILLAGE = "610304115200";
    static final String NEXT_VILLAGE = "610304115201";
    static final int OF_E7_CHILDREN = 43;
    static final int OF_E7_TASKS = 12;

    private static final AtomicInteger PHONES = new AtomicInteger();
    private static final byte[] UNREAD = {1};

    private final DataSource database;
    private final FieldCipher cipher;
    private final KeyedHash hashes;

    Crew(DataSource database, FieldCipher cipher, KeyedHash hashes) {
        this.database = database;
        this.cipher = cipher;
        this.hashes = hashes;
    }

    /** Somebody who may sign in. */
    record Worker(UUID id, String phone) {

        /** A JSON request of this person, under a fresh token. */
        RequestSpecification request() {
            return Accounts.with(token());
        }

        /** A fresh access token. */
        String token() {
            return given().contentType(ContentType.JSON)
                    .body(Map.of("phone", phone, "password", Accounts.PASSWORD))
                    .post("/api/v1/auth/login")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("accessToken");
        }
    }

    Worker worker() {
        String phone = String.format("137%04d9115", PHONES.getAndIncrement());
        UUID id = UUID.randomUUID();
        PhoneNumber number = PhoneNumber.parse(phone).orElseThrow();
        byte[] demo = hashes.of(PhoneNumber.parse(Accounts.COORDINATOR.phone()).orElseThrow());
        run("""
                insert into worker (id, full_name, sex_code, phone_cipher, phone_hash, password_hash)
                select ?, '李桂芳', '2', ?, ?, password_hash from worker where phone_hash = ?
                """, id, cipher.encrypt(phone, new FieldCipher.Place("worker", "phone", id)), hashes.of(number), demo);
        return new Worker(id, phone);
    }

    /** An appointment since 2026-01-04 whose id comes before those of the demo district. */
    UUID appoint(Worker worker, RoleCode role, String area) {
        UUID id = new UUID(0x4000L, ThreadLocalRandom.current().nextLong() >>> 2 | Long.MIN_VALUE);
        run(
                "insert into appointment (id, worker_id, role_code, area_code, appointed_on) values (?, ?, ?, ?, '2026-01-04')",
                id,
                worker.id(),
                role.name(),
                Long.valueOf(area));
        return id;
    }

    /** Open files for which this post is responsible, in one household. */
    UUID children(@Nullable UUID responsible, String village, int count) {
        UUID household = UUID.randomUUID();
        run("""
                insert into household (id, area_code, recorded_area_code, head_name, address_cipher, hamlet, income_sources,
                    aid_types, request_hash, created_at, created_by, updated_at, updated_by)
                select ?, ?, ?, '王秀英', ?, '一组', '{FARMING}', '{}', ?, now(), w.id, now(), w.id from worker w limit 1
                """, household, Long.valueOf(village), Long.valueOf(village), UNREAD, UNREAD);
        run("""
                insert into child (id, household_id, area_code, recorded_area_code, full_name, sex_code, birth_date, id_type,
                    hukou_registered, residence_address_cipher, rural_hukou, living_status, risk_level, file_status,
                    responsible_appointment_id, last_verified_at, source, notice_given_at, notice_version, request_hash,
                    created_at, created_by, updated_at, updated_by)
                select gen_random_uuid(), h.id, h.area_code, h.area_code, '郑小宝', '1', date '2017-06-01', 'NONE', true, ?, true,
                    'AT_HOME', 'LOW', 'ACTIVE', ?, now(), 'VISIT', now(), '1', ?, now(), h.created_by, now(), h.created_by
                from household h cross join generate_series(1, ?) where h.id = ?
                """, UNREAD, responsible, UNREAD, count, household);
        return household;
    }

    /** Tasks that this post has accepted, due in ten days, with their ladders. */
    void tasks(UUID assignee, String village, int count) {
        run("""
                with made as (
                    insert into task (id, area_code, recorded_area_code, title, task_type, origin, subject_type, rule,
                        occurrence, assigner_appointment_id, assignee_appointment_id, priority, start_on, due_on, status,
                        request_hash, created_at, created_by, updated_at, updated_by)
                    select i, ?, ?, '填报月度情况', 'REPORT', 'ASSIGNED', 'NONE', 'ASSIGNED', i::text, a.id, a.id, 'NORMAL',
                        current_date, current_date + 10, 'ACCEPTED', ?, now(), a.worker_id, now(), a.worker_id
                    from appointment a cross join lateral (select gen_random_uuid() as i from generate_series(1, ?)) as g
                    where a.id = ?
                    returning id)
                insert into task_ladder (task_id, next_alert_at, assignee_told_at)
                select id, now() + interval '11 days', now() from made
                """, Long.valueOf(village), Long.valueOf(village), UNREAD, count, assignee);
    }

    /** A report that this post is asked for in five days, as a coordinator assigns it. */
    static Map<String, Object> report(UUID assignee) {
        return Tasks.report(VILLAGE, assignee, Demo.today().plusDays(5));
    }

    static Map<String, Object> handover(UUID from, @Nullable UUID to) {
        Map<String, Object> form = new HashMap<>();
        form.put("id", UUID.randomUUID());
        form.put("fromAppointmentId", from);
        form.put("toAppointmentId", to);
        form.put("endReason", "ELECTION");
        return form;
    }

    /** The form with another value in one field. */
    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    /** A transaction that nobody ends but the test. */
    Connection transaction() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Returns when so many connections wait for a lock in statements like this. */
    void untilWaiting(String statement, int count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> count("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and query like ?
                        """, statement) >= count);
    }

    long childrenOf(UUID appointment) {
        return count("select count(*) from child where responsible_appointment_id = ?", appointment);
    }

    long openTasksOf(UUID appointment) {
        return count(
                "select count(*) from task where assignee_appointment_id = ? and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')",
                appointment);
    }

    String statusOf(UUID appointment) {
        return texts("select status from appointment where id = ?", appointment).get(0);
    }

    long count(String query, @Nullable Object... arguments) {
        try {
            return Sql.number(database, query, arguments);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    List<String> texts(String query, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    void run(String statement, @Nullable Object... arguments) {
        try {
            Sql.update(database, statement, arguments);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** Takes back what would be told, sent or assigned by other tests' sweeps, and the posts that hold here. */
    void leave() {
        long from = Long.parseLong(TOWN);
        run(
                "delete from delivery d using notification n, appointment a where n.id = d.notification_id"
                        + " and a.id = n.appointment_id and a.area_code between ? and ?",
                from,
                from + 999);
        run(
                "update task_ladder l set next_alert_at = null from task t"
                        + " where t.id = l.task_id and t.area_code between ? and ?",
                from,
                from + 999);
        run("update task set status = 'CANCELLED' where area_code between ? and ?", from, from + 999);
        run(
                "update appointment set appointed_on = '9999-01-01'"
                        + " where area_code between ? and ? and id < '00000000-0000-8000-0000-000000000000'"
                        + " and status <> 'ENDED'",
                from,
                from + 999);
    }
}
