package org.shouwang.task.campaign;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.task.SubjectType;

/** Whom a campaign may be about, a page of children at a time. */
@Singleton
class CandidateRows {

    /**
     * Every child on file where the campaign holds, matching or not, so that a page is as small as it says. Where only the year of birth
     * is known, any day of it counts. Served by child_area, child_category_child and task_once.
     */
    private static final String PAGE = """
            select c.*, t.id as task_id,
                   coalesce(t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS') and t.assignee_appointment_id is null
                            and t.return_reason is null, false) as waits
            from campaign k
            join (select campaign_id, lower(codes) as lower, upper(codes) as upper from campaign_range) r on r.campaign_id = k.id
            cross join lateral (
                select c.id, c.area_code, c.responsible_appointment_id,
                       case when k.subject_type = 'HOUSEHOLD' and c.household_id is not null then 'HOUSEHOLD' else 'CHILD' end
                           as subject_type,
                       case when k.subject_type = 'HOUSEHOLD' then coalesce(c.household_id, c.id) else c.id end as subject_id,
                       c.file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING')
                       and (k.risk_levels = '{}' or coalesce(c.risk_level, 'HIGH') = any(k.risk_levels))
                       and (k.age_from is null
                            or coalesce(c.birth_date, make_date(c.birth_year, 1, 1))
                               <= cast($5::date - make_interval(years => k.age_from) as date))
                       and (k.age_to is null
                            or coalesce(c.birth_date, make_date(c.birth_year, 12, 31))
                               > cast($5::date - make_interval(years => k.age_to + 1) as date))
                       and (k.category_codes = '{}' or exists (
                            select from child_category g
                            where g.child_id = c.id and g.category_code = any(k.category_codes)
                              and g.status in ('CLAIMED', 'VERIFIED', 'APPROVED')
                              and g.start_date <= $5 and (g.end_date is null or g.end_date > $5))) as matches
                from child c
                where c.area_code >= greatest(r.lower, $2) and c.area_code < r.upper and (c.area_code, c.id) > ($2, $3)
                order by c.area_code, c.id limit $4) c
            left join task t on t.subject_type = c.subject_type and t.subject_id = c.subject_id
                            and t.rule = 'CAMPAIGN' and t.occurrence = cast(k.id as text)
            where k.id = $1
            order by c.area_code, c.id limit $4
            """;

    /**
     * Waits for whoever records something of these children, and lets nobody close or move their files until the transaction ends: a visit
     * is either seen here, or finds the task.
     */
    private static final String HOLD = """
            select id, area_code from child
            where id = any($1) and file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING')
            order by id
            for no key update
            """;

    /** Files before household, as everybody takes them. */
    private static final String HOLD_HOUSEHOLDS =
            "select id from household where id = any($1) order by id for no key update";

    private static final String SIBLINGS = "select id from child where household_id = any($1)";

    /** Households of a campaign's open tasks of which no child has an open file any more. Served by task_campaign and child_household. */
    private static final String DESERTED = """
            select t.id from task t
            where t.rule = 'CAMPAIGN' and t.occurrence = $1 and t.subject_type = 'HOUSEHOLD'
              and t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
              and not exists (select from child c where c.household_id = t.subject_id
                              and c.file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING'))
            order by t.id limit $2
            """;

    private static final String MADE = "update campaign set tasks_made_at = $2 where id = $1 and tasks_made_at is null";

    private final Pool pool;

    CandidateRows(Pool pool) {
        this.pool = pool;
    }

    /** A page in the order of area and id. Runs on the reactive pool. */
    Uni<List<Candidate>> page(DueWork due, LocalDate today, int atMost) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(due.campaignId(), due.afterArea(), due.afterId(), atMost, today))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(CandidateRows::candidate)
                        .toList());
    }

    /** Holds those of the children whose files are open and who live where they did. Runs in a session. */
    Uni<Set<UUID>> hold(Collection<Candidate> candidates) {
        return SessionSql.rows(HOLD, (Object)
                        candidates.stream().map(Candidate::childId).toArray(UUID[]::new))
                .map(rows -> candidates.stream()
                        .filter(one -> rows.stream()
                                .anyMatch(row -> one.childId().equals(row[0])
                                        && Objects.equals(one.area().value(), row[1])))
                        .map(Candidate::childId)
                        .collect(Collectors.toSet()));
    }

    /** Holds the households too, and answers all their children. Runs in a session. */
    Uni<List<UUID>> holdHouseholds(Collection<UUID> households) {
        Object ids = households.toArray(UUID[]::new);
        return SessionSql.rows(HOLD_HOUSEHOLDS, ids)
                .chain(() -> SessionSql.rows(SIBLINGS, ids))
                .map(rows -> rows.stream()
                        .map(row -> (UUID) Objects.requireNonNull(row[0]))
                        .toList());
    }

    /** The next open tasks about households that nobody of the register lives in. Runs in a session. */
    Uni<List<UUID>> deserted(UUID campaign, int atMost) {
        return SessionSql.rows(DESERTED, campaign.toString(), atMost).map(rows -> rows.stream()
                .map(row -> (UUID) Objects.requireNonNull(row[0]))
                .toList());
    }

    /** All have been looked through. Runs in a session. */
    Uni<Void> made(UUID campaign, OffsetDateTime now) {
        return SessionSql.update(MADE, campaign, now).replaceWithVoid();
    }

    private static Candidate candidate(Row row) {
        return new Candidate(
                row.getUUID("id"),
                new AreaCode(row.getLong("area_code")),
                row.getUUID("responsible_appointment_id"),
                SubjectType.valueOf(row.getString("subject_type")),
                row.getUUID("subject_id"),
                row.getBoolean("matches"),
                row.getUUID("task_id"),
                row.getBoolean("waits"));
    }
}
