package org.shouwang.overview;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The definitions of the overview once more, as plainly as SQL can say them: row by row, with local days. */
final class OverviewRows {

    private static final String COUNT = """
            with asked as (select ?::bigint as lower, ?::bigint as upper, ?::date as first, ?::date as last, ?::timestamptz as now),
            hosted as (
                select h.code, h.code_end from area h
                where h.administered_by_area_code is not null or h.administered_by_organisation_id is not null),
            here as (
                select a.code from area a, asked
                where a.code >= asked.lower and a.code < asked.upper
                  and not exists (select from hosted h where a.code >= h.code and a.code < h.code_end)),
            file as (
                select c.* from child c
                where c.area_code in (select code from here) and c.file_status in ('ACTIVE', 'TRANSFER_PENDING')),
            made as (
                select v.* from visit v, asked
                where (v.started_at at time zone 'Asia/Shanghai')::date between asked.first and asked.last
                  and v.id in (select visit_id from visit_child)),
            mine as (select * from made where area_code in (select code from here)),
            work as (
                select t.*, (t.done_at at time zone 'Asia/Shanghai')::date as done_on, t.done_at is null as undone,
                       coalesce(t.due_at, (t.due_on + 1)::timestamp at time zone 'Asia/Shanghai') <= asked.now as late
                from task t, asked where t.area_code in (select code from here) and t.status <> 'CANCELLED'
                  and t.task_type not in ('INCIDENT_FOLLOW', 'WARNING_LETTER_VISIT', 'PROTECTION_ORDER_CHECK')),
            due as (
                select f.id,
                       exists (select from made v join visit_child vc on vc.visit_id = v.id
                               where v.method = 'HOME' and vc.child_id = f.id and vc.met) as met,
                       exists (select from made v join visit_child vc on vc.visit_id = v.id
                               where v.method = 'HOME' and vc.child_id = f.id
                                 and (vc.met or v.outcome like '%CAREGIVER')) as visited
                from file f, asked
                where exists (
                    select from work t
                    where t.task_type in ('VISIT', 'FIRST_VISIT')
                      and t.subject_id in (f.id, f.household_id) and t.due_on <= asked.last
                      and (t.undone or t.done_on >= asked.first))),
            held as (
                select a.* from activity a, asked
                where a.area_code in (select code from here)
                  and (a.started_at at time zone 'Asia/Shanghai')::date between asked.first and asked.last)
            select (select count(*) from file where file_status = 'ACTIVE') as "children.active",
                   (select count(*) from file where file_status = 'ACTIVE' and risk_level = 'CRITICAL') as "children.critical",
                   (select count(*) from file where file_status = 'ACTIVE' and risk_level = 'HIGH') as "children.high",
                   (select count(*) from file where file_status = 'ACTIVE' and risk_level = 'MEDIUM') as "children.medium",
                   (select count(*) from file where file_status = 'ACTIVE' and risk_level = 'LOW') as "children.low",
                   (select count(*) from file where file_status = 'ACTIVE' and risk_level = 'NORMAL') as "children.normal",
                   (select count(*) from file where file_status = 'TRANSFER_PENDING') as "children.transferPending",
                   (select count(*) from mine where method = 'HOME') as "visits.home",
                   (select count(*) from mine where method = 'HOME' and id in (select visit_id from visit_child where met))
                       as "visits.homeMetChild",
                   (select count(*) from mine where method = 'HOME' and outcome = 'MET_CAREGIVER')
                       as "visits.homeMetCaregiverOnly",
                   (select count(*) from mine where method = 'HOME' and outcome not like 'MET%') as "visits.homeMetNobody",
                   (select count(*) from mine where method = 'PHONE') as "visits.phone",
                   (select count(*) from mine where method = 'VIDEO') as "visits.video",
                   (select count(*) from mine where method = 'SCHOOL') as "visits.school",
                   (select count(*) from mine where method = 'ACTIVITY') as "visits.activity",
                   (select count(*) from mine where method = 'MEETING') as "visits.meeting",
                   (select count(*) from due) as "visitsDue.children",
                   (select count(*) from due where not met) as "visitsDue.notMet",
                   (select count(*) from due where not visited) as "visitsDue.notVisited",
                   (select count(*) from work where undone) as "tasks.open",
                   (select count(*) from work, asked
                    where undone and not late
                      and due_on - (asked.now at time zone 'Asia/Shanghai')::date between 0 and 6) as "tasks.dueInSevenDays",
                   (select count(*) from work where undone and late) as "tasks.overdue",
                   (select count(*) from work, asked where done_on between asked.first and asked.last) as "tasks.done",
                   (select count(*) from work, asked
                    where done_on between asked.first and asked.last and done_on <= due_on) as "tasks.doneByDueDay",
                   (select count(*) from held) as "activities.sessions",
                   (select coalesce(sum(count_children), 0) from held) as "activities.childPersonTimes",
                   (select count(*) from held where id in (select activity_id from activity_attendance))
                       as "activities.sessionsWithAttendance"
            """;

    private OverviewRows() {}

    /** What the tables say of the areas from one code to another, without those that others run, by the name of each number. */
    static Map<String, Long> count(
            DataSource database, long lower, long upper, LocalDate from, LocalDate to, Instant now)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setLong(1, lower);
            select.setLong(2, upper);
            select.setObject(3, from);
            select.setObject(4, to);
            select.setObject(5, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Map<String, Long> numbers = new TreeMap<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    numbers.put(row.getMetaData().getColumnLabel(i), row.getLong(i));
                }
                return numbers;
            }
        }
    }

    /** The numbers of an answer by the same names. */
    static Map<String, Long> flat(Map<String, Map<String, Number>> numbers) {
        Map<String, Long> flat = new TreeMap<>();
        numbers.forEach(
                (room, counts) -> counts.forEach((name, count) -> flat.put(room + '.' + name, count.longValue())));
        return flat;
    }
}
