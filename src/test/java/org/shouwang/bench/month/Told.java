package org.shouwang.bench.month;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.shouwang.testsupport.Sql;

/** Counts what came onto phones; what is gathered into one push is one message. */
@Singleton
class Told {

    private static final String ABOUT_DONE = """
            select count(*) from delivery d
            join notification n on n.id = d.notification_id
            join task t on t.id = n.subject_id
            where d.sent_at >= ? and t.status in ('DONE', 'CONFIRMED', 'CANCELLED') and t.updated_at < ?
            """;

    /** Due today, open at noon, and whoever holds it had no summary this morning. */
    private static final String DUE_UNSAID = """
            select count(*) from task t
            join appointment a on a.id = t.assignee_appointment_id
            where t.due_on = ? and t.created_at < ? and t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
              and not exists (select from notification n where n.worker_id = a.worker_id and n.created_at >= ?
                                and n.event = 'daily-summary')
              and not exists (select from notification n where n.worker_id = a.worker_id and n.subject_id = t.id)
            """;

    /** Due yesterday, open at noon, and nobody was reminded of it. */
    private static final String LATE_UNSAID = """
            select count(*) from task t
            where t.due_on = ? and t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
              and not exists (select from notification n where n.subject_id = t.id and n.event like 'task-overdue%')
            """;

    private static final String QUIET = """
            select count(*) from delivery d join notification n on n.id = d.notification_id
            where d.state = 'SENT' and not n.urgent
              and not cast(d.sent_at at time zone 'Asia/Shanghai' as time) between time '08:00' and time '20:00'
            """;

    private static final String BY_ROLE = """
            with days as (select generate_series(cast(? as date), cast(? as date) - 1, interval '1 day')::date as day),
            messages as (
                select v.worker_id, cast(d.sent_at at time zone 'Asia/Shanghai' as date) as day, count(distinct d.sent_at) as n
                from delivery d join device v on v.id = d.device_id where d.state = 'SENT' group by 1, 2),
            everybody as (
                select p.role_code, p.worker_id, y.day, coalesce(m.n, 0) as n
                from (select distinct on (worker_id) worker_id, role_code from appointment
                      where status <> 'ENDED' order by worker_id, role_code) p
                cross join days y left join messages m on m.worker_id = p.worker_id and m.day = y.day)
            select '| ' || coalesce(role_code, 'all') || ' | ' || count(distinct worker_id) || ' | ' || sum(n) || ' | '
                   || round(avg(n), 2) || ' | ' || percentile_disc(0.5) within group (order by n) || ' | '
                   || percentile_disc(0.95) within group (order by n) || ' | ' || max(n) || ' |'
            from everybody group by grouping sets ((role_code), ()) order by role_code nulls last
            """;

    private final AgroalDataSource database;

    Told(AgroalDataSource database) {
        this.database = database;
    }

    /** Messages since a moment about tasks that were over by then. */
    long aboutDone(Instant since) throws SQLException {
        return Sql.number(database, ABOUT_DONE, at(since), at(since));
    }

    /** Tasks of which nobody was told, at noon: of those due today, and of those due yesterday. */
    long forgotten(LocalDate today, Instant morning) throws SQLException {
        return Sql.number(database, DUE_UNSAID, today, at(morning), at(morning))
                + Sql.number(database, LATE_UNSAID, today.minusDays(1));
    }

    long inQuietHours() throws SQLException {
        return Sql.number(database, QUIET);
    }

    /** Lines of the table: role, workers, messages, and a worker's messages a day. */
    List<String> byRole(LocalDate from, LocalDate until) throws SQLException {
        return Sql.texts(database, BY_ROLE, from, until);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
