package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.shouwang.staff.Newcomers.Newcomer;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;

/** A village as it fills in a year: families of two children, eight visits and four tasks each. Hardly two texts are alike. */
final class FullVillage {

    private static final int CHILDREN = 2;
    private static final int BATCH = 180;
    private static final String[] PHRASES = {
        "家中整洁", "奶奶身体尚可", "孩子作息规律", "作业按时完成", "已提醒防溺水", "与父亲每周视频", "情绪平稳", "近期感冒已愈", "需要课外书", "厨房用电有隐患", "建议更换插座",
        "饮食以面食为主", "父亲春节返乡", "母亲电话较少", "邻居时常照看", "已告知求助电话", "下月再访", "学习成绩有进步", "沉迷手机需关注", "外婆代为接送"
    };

    private static final String TEXT =
            "(select string_agg(p, '，') from (select p from unnest(?::text[]) p where n > 0 order by random() limit 4) chosen)";

    private static final String VISITS = """
            with made as (
                insert into visit (id, household_id, area_code, recorded_area_code, visitor_appointment_id, method, purpose,
                    started_at, ended_at, outcome, living_env, findings, actions_note, received_at, request_hash, created_at,
                    created_by, updated_at, updated_by, client_time)
                select gen_random_uuid(), h.id, h.area_code, h.area_code, ?, case when n % 3 = 0 then 'PHONE' else 'HOME' end,
                    'ROUTINE', s.at, s.at + random() * interval '1 hour', 'MET_CHILD_AND_CAREGIVER', 'AVERAGE',
            """ + TEXT + ", " + TEXT + """
                    , s.sent, '', s.sent, h.created_by, s.sent, h.created_by, s.at + interval '70 minutes'
                from household h
                cross join generate_series(1, 8) n
                cross join lateral (
                    select at, at + random() * interval '1 day' as sent
                    from (select date_trunc('second', now() - n * interval '40 days' - random() * interval '30 days') as at) t) s
                where h.id = ?
                returning id, household_id, area_code),
            answered as (
                insert into visit_child (visit_id, child_id, area_code, met, actual_caregiver_id, care_quality, unattended,
                    physical_today, psych_signs, school_attendance)
                select made.id, c.id, c.area_code, true, m.member_id, 'FAIR', 'NO', 'NORMAL', '{NORMAL}', 'REGULAR'
                from made
                join child c on c.household_id = made.household_id
                join member_child m on m.child_id = c.id and m.is_primary_caregiver)
            select feed_put(area_code, 'visit', id, 0) from made
            """;

    private static final String TASKS = """
            insert into task (id, area_code, recorded_area_code, title, task_type, origin, subject_type, subject_id, rule,
                occurrence, assigner_appointment_id, assignee_appointment_id, priority, start_on, due_on, status,
                request_hash, created_at, created_by, updated_at, updated_by)
            select i.id, c.area_code, c.area_code, case n when 1 then '入户走访' else '更新档案' end,
                case n when 1 then 'VISIT' else 'UPDATE_FILE' end, 'POLICY', 'CHILD', c.id, 'MONTHLY', i.id::text, ?, ?,
                'NORMAL', current_date, current_date + 3 + (random() * 60)::int, 'NEW', '', now(), c.created_by, now(),
                c.created_by
            from child c
            cross join generate_series(1, 2) n
            cross join lateral (select gen_random_uuid() as id where c.id is not null and n > 0) i
            where c.household_id = ?
            """;

    /** The family comes where its visits and tasks are, so that every page has records of all kinds. */
    private static final String FAMILY = """
            select feed_put(area_code, 'household', id, version) from household where id = ?
            union all select feed_put(area_code, 'child', id, version) from child where household_id = ?
            """;

    private final Newcomer director;
    private final String village;
    private final Random random = new Random(7);
    private final List<Map<String, Object>> log = new ArrayList<>();

    FullVillage(Newcomer director, long village) {
        this.director = director;
        this.village = Long.toString(village);
    }

    void fill(int families) throws SQLException {
        List<UUID> households = new ArrayList<>();
        for (int i = 0; i < families; i++) {
            households.add(registered());
        }
        send();
        try (Connection connection = HomeTable.transaction()) {
            Array phrases = connection.createArrayOf("text", PHRASES);
            for (UUID household : households) {
                run(connection, FAMILY, household, household);
                run(connection, VISITS, director.appointment(), phrases, phrases, household);
                run(connection, TASKS, director.appointment(), director.appointment(), household);
                connection.commit();
            }
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private UUID registered() {
        if (log.size() > BATCH) {
            send();
        }
        Families.Household household = new Families.Household(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        Map<String, Object> home = Families.household(village, household.grandmother(), household.father());
        home.put("address", "阳平镇上河滩 " + random.nextInt(1, 400) + " 号");
        note("household.register", household.id(), home);
        for (int i = 0; i < CHILDREN; i++) {
            Map<String, Object> child = Families.child(village, household);
            child.put("fullName", "王" + (char) ('一' + random.nextInt(2000)));
            note("child.register", UUID.randomUUID(), child);
        }
        return household.id();
    }

    private void note(String type, UUID record, Map<String, Object> form) {
        Map<String, Object> body = new HashMap<>(form);
        body.put("id", record);
        log.add(Map.of(
                "id",
                UUID.randomUUID(),
                "type",
                type,
                "at",
                Demo.now().toString(),
                "serverTimeOffset",
                0,
                "workerId",
                director.id(),
                "body",
                body));
    }

    private void send() {
        List<String> outcomes = director.request()
                .body(Map.of("operations", log))
                .post("/api/v1/sync/operations")
                .then()
                .statusCode(200)
                .extract()
                .path("results.outcome");
        assertThat(outcomes).containsOnly("APPLIED");
        log.clear();
    }
}
