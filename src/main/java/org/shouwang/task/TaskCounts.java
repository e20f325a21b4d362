package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;

/**
 * Counts tasks by area for rooms above, who have checked the scope. What follows a case is in no number: a number of a
 * village may be one child. Runs on the reactive pool.
 */
@Singleton
public class TaskCounts {

    /** As {@link TaskView#overdue} says it. Served by task_open_in_area and task_done_in_area. */
    static final String COUNT = Areas.CODES + """
            select place.code, waiting.*, finished.*
            from place
            cross join lateral (
                select count(*) as open,
                       count(*) filter (where t.late) as overdue,
                       count(*) filter (where not t.late and t.due_on < $3::date + 7) as due_in_seven_days
                from (select due_on, case when due_at is null then due_on < $3 else due_at <= $4 end as late
                      from task
                      where area_code = place.code and %1$s
                        and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')) t) waiting
            cross join lateral (
                select count(*) as done,
                       count(*) filter (where (t.done_at at time zone $7)::date <= t.due_on) as done_by_due_day
                from task t
                where t.area_code = place.code and %1$s and t.done_at >= $5 and t.done_at < $6
                  and t.status in ('DONE', 'CONFIRMED')) finished
            where waiting.open > 0 or finished.done > 0
            """.formatted(TaskType.unrestricted());

    /**
     * Who was to be visited: of tasks that were open at some moment of the period or later. Served by the same indexes, by
     * child_household and visit_child_child.
     */
    static final String AWAITED = Areas.CODES + """
            , asking as materialized (
                select place.code, t.subject_type, t.subject_id
                from place cross join lateral (
                    select subject_type, subject_id from task
                    where area_code = place.code and due_on <= $3 and task_type = any($4)
                      and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
                    union
                    select subject_type, subject_id from task
                    where area_code = place.code and done_at >= $5 and due_on <= $3 and task_type = any($4)
                      and status in ('DONE', 'CONFIRMED')) t),
            awaited as materialized (
                select asking.code, c.id
                from asking join child c on c.id = asking.subject_id
                where asking.subject_type = 'CHILD' and c.file_status in ('ACTIVE', 'TRANSFER_PENDING')
                union
                select asking.code, c.id
                from asking join child c on c.household_id = asking.subject_id
                where asking.subject_type = 'HOUSEHOLD' and c.file_status in ('ACTIVE', 'TRANSFER_PENDING'))
            select awaited.code, count(*) as children, count(*) filter (where not came.met) as not_met,
                   count(*) filter (where not came.spoke) as not_visited
            from awaited cross join lateral (
                select coalesce(bool_or(a.met), false) as met,
                       coalesce(bool_or(a.met or v.outcome in ('MET_CAREGIVER', 'MET_CHILD_AND_CAREGIVER')), false) as spoke
                from visit_child a join visit v on v.id = a.visit_id
                where a.child_id = awaited.id and v.method = 'HOME' and v.started_at >= $5 and v.started_at < $6) came
            group by awaited.code
            """;

    static final String ON_TIME = onTimeOf(TaskType.VISIT);

    private static final String LETTERS_ON_TIME = onTimeOf(TaskType.WARNING_LETTER_VISIT);

    private static final String[] VISITS = Stream.of(TaskType.values())
            .filter(type -> type.needsVisit() && !type.isRestricted())
            .map(Enum::name)
            .toArray(String[]::new);

    private final Pool pool;

    TaskCounts(Pool pool) {
        this.pool = pool;
    }

    /** The tasks of each area of the scope that has any, done on the days of the period or open at this moment: one statement. */
    public Uni<Map<AreaCode, TaskNumbers>> of(AreaRanges scope, LocalDate from, LocalDate to, Instant now) {
        return counted(
                COUNT,
                Tuple.of(scope.lower(), scope.upper(), LocalDays.of(now), now.atOffset(ZoneOffset.UTC), start(from))
                        .addOffsetDateTime(start(to.plusDays(1)))
                        .addString(LocalDays.ZONE.getId()),
                TaskNumbers::of);
    }

    /** The children of each area of the scope for whom a visit was due in the period: one statement. */
    public Uni<Map<AreaCode, AwaitedNumbers>> awaited(AreaRanges scope, LocalDate from, LocalDate to) {
        return counted(
                AWAITED,
                Tuple.of(scope.lower(), scope.upper(), to, VISITS, start(from))
                        .addOffsetDateTime(start(to.plusDays(1))),
                AwaitedNumbers::of);
    }

    /** The visits of each area of the scope that were due on a day of the period that is over by now: one statement. */
    public Uni<Map<AreaCode, OnTimeNumbers>> onTime(AreaRanges scope, LocalDate from, LocalDate to, Instant now) {
        return onTime(ON_TIME, scope, from, to, now);
    }

    /** The same of the visits that warning letters asked for: figures of confidential cases (class R). */
    public Uni<Map<AreaCode, OnTimeNumbers>> lettersOnTime(
            AreaRanges scope, LocalDate from, LocalDate to, Instant now) {
        return onTime(LETTERS_ON_TIME, scope, from, to, now);
    }

    private Uni<Map<AreaCode, OnTimeNumbers>> onTime(
            String query, AreaRanges scope, LocalDate from, LocalDate to, Instant now) {
        LocalDate yesterday = LocalDays.of(now).minusDays(1);
        LocalDate last = to.isAfter(yesterday) ? yesterday : to;
        return counted(
                query, Tuple.of(scope.lower(), scope.upper(), from, last, LocalDays.ZONE.getId()), OnTimeNumbers::of);
    }

    /** Served by task_area. */
    private static String onTimeOf(TaskType type) {
        return Areas.CODES + """
            select place.code, visits.*
            from place cross join lateral (
                select count(*) as due,
                       count(*) filter (where t.status in ('DONE', 'CONFIRMED')
                                          and (t.done_at at time zone $5)::date <= t.due_on) as on_time
                from task t
                where t.area_code = place.code and t.due_on >= $3 and t.due_on <= $4 and t.task_type = '%s'
                  and t.status <> 'CANCELLED') visits
            where visits.due > 0
            """.formatted(type);
    }

    private <T> Uni<Map<AreaCode, T>> counted(String query, Tuple arguments, Function<Row, T> numbers) {
        return pool.preparedQuery(query).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(row -> new AreaCode(row.getLong("code")), numbers)));
    }

    private static OffsetDateTime start(LocalDate day) {
        return LocalDays.at(day, LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC);
    }
}
