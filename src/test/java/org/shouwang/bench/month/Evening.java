package org.shouwang.bench.month;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.shouwang.platform.LocalDays;
import org.shouwang.testsupport.Sql;

/**
 * What workers send in the evening, by the fate of each task that its id decides: of a hundred, 88 are done between the day on
 * which they open and the day on which they are due, 9 up to five days late, 3 not at all.
 */
@Singleton
class Evening {

    private static final String CHOSEN = """
            create table month_done as
            select t.id as task, gen_random_uuid() as result, t.subject_id as child, t.rule, t.area_code as area,
                   t.assignee_appointment_id as post, a.worker_id as worker
            from task t
            join appointment a on a.id = t.assignee_appointment_id
            cross join lateral (select ('x' || substr(md5(t.id || 'fate'), 1, 7))::bit(28)::int / 268435456.0 as fate,
                                       ('x' || substr(md5(t.id || 'day'), 1, 7))::bit(28)::int / 268435456.0 as day) f
            where t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS') and t.start_on <= ?
              and case when fate < 0.88 then t.start_on + floor(day * (t.due_on - t.start_on + 1))::int
                       when fate < 0.97 then t.due_on + 1 + floor(day * 5)::int end <= ?
            """;

    private static final List<String> RECORDS = List.of("""
            insert into visit (id, household_id, area_code, recorded_area_code, visitor_appointment_id, method, purpose,
                started_at, outcome, received_at, request_hash, created_at, created_by, updated_at, updated_by)
            select d.result, c.household_id, d.area, d.area, d.post, 'HOME', 'ROUTINE', m.at, 'MET_CHILD', m.at, '\\x01', m.at,
                d.worker, m.at, d.worker
            from month_done d join child c on c.id = d.child cross join (select cast(? as timestamptz)) m(at)
            where d.rule in ('HOME_VISIT', 'FIRST_VISIT')
            """, """
            insert into visit_child (visit_id, child_id, area_code, met)
            select d.result, d.child, d.area, true from month_done d join visit v on v.id = d.result and v.received_at = ?
            """, """
            insert into contact (id, area_code, recorded_area_code, author_appointment_id, contacted_at, channel, counterpart,
                reached, needs_visit, request_hash, created_at, created_by, updated_at, updated_by)
            select d.result, d.area, d.area, d.post, m.at, 'PHONE', 'CAREGIVER', true, false, '\\x01', m.at, d.worker, m.at, d.worker
            from month_done d cross join (select cast(? as timestamptz)) m(at) where d.rule = 'NEXT_CONTACT'
            """, """
            insert into contact_child (contact_id, child_id, area_code, contacted_at)
            select d.result, d.child, d.area, ? from month_done d where d.rule = 'NEXT_CONTACT'
            """, """
            insert into risk_assessment (id, child_id, area_code, recorded_area_code, model_version, risk_level, assessed_on,
                assessor_appointment_id, state, sets_level)
            select d.result, d.child, d.area, d.area, 'CHILD-1', c.risk_level, m.day, d.post, 'EFFECTIVE', true
            from month_done d join child c on c.id = d.child
            cross join (select cast(cast(? as timestamptz) at time zone 'Asia/Shanghai' as date)) m(day)
            where d.rule = 'RE_ASSESS'
            """);

    private static final String SETTLED = """
            update task t set status = 'DONE', done_at = ?, updated_at = ?, updated_by = d.worker
            from month_done d where d.task = t.id
            """;

    private final AgroalDataSource database;

    Evening(AgroalDataSource database) {
        this.database = database;
    }

    /** Does what is done on this day; answers how many tasks that are. */
    int work(Instant now) throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        var today = LocalDays.of(now);
        int done = Sql.update(database, CHOSEN, today, today);
        for (String records : RECORDS) {
            Sql.update(database, records, at);
        }
        Sql.update(database, SETTLED, at, at);
        Sql.update(database, "drop table month_done");
        return done;
    }

    /** Nine of ten workers open the app and read what they were told. */
    void read(Instant now) throws SQLException {
        Sql.update(database, """
                update notification set read_at = ? where read_at is null and created_at < ?
                  and hashtext(worker_id || cast(cast(? as date) as text)) % 10 <> 0
                """, at(now), at(now), LocalDays.of(now));
    }

    private static OffsetDateTime at(Instant now) {
        return now.atOffset(ZoneOffset.UTC);
    }
}
