package org.shouwang.task.plan;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.register.child.CategoryCode;
import org.shouwang.register.child.RiskLevel;

/** Reads what decides about the follow-up of children, in the planner's session and after it has locked what it writes. */
@Singleton
public class FollowUpFacts {

    /** Other occurrences name a moment. */
    private static final Pattern RECORD = Pattern.compile("[0-9a-f-]{36}");

    /**
     * A home visit counts as it settles: it met the child, or the caregiver where the level was below HIGH both when it was made and
     * when it was recorded. Served by visit_child_child, contact_child_child, risk_assessment_child, child_category_child and
     * child_level_change_child.
     */
    private static final String FACTS = """
            select c.id, c.area_code, c.file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING'), coalesce(c.risk_level, 'HIGH'),
                   c.risk_level is not null,
                   array(select distinct k.category_code from child_category k
                         where k.child_id = c.id and k.status in ('CLAIMED', 'VERIFIED', 'APPROVED')
                           and k.start_date <= $2 and (k.end_date is null or k.end_date > $2)),
                   f.followed_since, rose.raised_at, rose.closely_since,
                   visited.id, visited.at, promised.day, called.id, called.at, assessed.id, assessed.assessed_on, cared.at,
                   array(select p.from_date || '/' || least(p.until_date, p.ended_on - 1) from visit_pause p
                         where p.child_id = c.id and p.from_date <= least(p.until_date, p.ended_on - 1)
                         order by p.from_date)
            from child c
            join child_follow_up f on f.child_id = c.id
            cross join lateral (
                select max(l.changed_at) filter (
                           where risk_rank(l.from_level) < risk_rank(c.risk_level)
                             and risk_rank(l.to_level) >= risk_rank(c.risk_level)) as raised_at,
                       case when risk_rank(c.risk_level) >= risk_rank('HIGH') then coalesce(max(l.changed_at) filter (
                           where risk_rank(l.from_level) < risk_rank('HIGH') and risk_rank(l.to_level) >= risk_rank('HIGH')),
                           timestamptz 'epoch') end as closely_since
                from child_level_change l where l.child_id = c.id) rose
            left join lateral (
                select v.id, m.at
                from visit_child a join visit v on v.id = a.visit_id
                cross join lateral (select case when v.time_uncertain then v.received_at else v.started_at end as at) m
                where a.child_id = c.id and v.method = 'HOME'
                  and (a.met and v.outcome in ('MET_CHILD_AND_CAREGIVER', 'MET_CHILD', 'MET_CAREGIVER')
                       or v.outcome = 'MET_CAREGIVER'
                          and greatest(risk_rank_at(c.id, m.at), risk_rank_at(c.id, v.received_at)) < risk_rank('HIGH'))
                order by 2 desc, 1 desc limit 1) visited on true
            left join lateral (
                select greatest(a.next_visit_on, local_day(v.received_at)) as day
                from visit_child a join visit v on v.id = a.visit_id
                cross join lateral (select case when v.time_uncertain then v.received_at else v.started_at end as at) m
                where a.child_id = c.id and a.next_visit_on > local_day(m.at) and (visited.at is null or m.at >= visited.at)
                order by m.at desc, v.id desc limit 1) promised on true
            left join lateral (
                select k.id, k.contacted_at as at
                from contact_child a join contact k on k.id = a.contact_id
                where a.child_id = c.id and k.reached
                order by a.contacted_at desc, a.contact_id desc limit 1) called on true
            left join lateral (
                select r.id, r.assessed_on, r.made_at from risk_assessment r
                where r.child_id = c.id and r.sets_level
                order by r.assessed_on desc, r.id desc limit 1) assessed on true
            cross join lateral (
                select min(v.received_at) as at
                from visit_child a join visit v on v.id = a.visit_id
                where a.child_id = c.id and a.care_quality = 'POOR'
                  and case when v.time_uncertain then v.received_at else v.started_at end > coalesce(
                      assessed.made_at, assessed.assessed_on::timestamp at time zone 'Asia/Shanghai', '-infinity')) cared
            where c.id = any($1)
            """;

    private static final String MOMENTS = """
            select cast(id as text), case when time_uncertain then received_at else started_at end
            from visit where id = any($1)
            union all
            select cast(id as text), contacted_at from contact where id = any($1)
            union all
            select cast(id as text), assessed_on::timestamp at time zone 'Asia/Shanghai' from risk_assessment where id = any($1)
            """;

    /** When the records happened that these tasks are counted from, by their occurrence. */
    public Uni<Map<String, Instant>> moments(Collection<String> occurrences) {
        UUID[] records = occurrences.stream()
                .filter(occurrence -> RECORD.matcher(occurrence).matches())
                .map(UUID::fromString)
                .toArray(UUID[]::new);
        return records.length == 0
                ? Uni.createFrom().item(Map.of())
                : SessionSql.rows(MOMENTS, (Object) records).map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> of(row, 0, String.class), row -> moment(row, 1)
                                .orElseThrow())));
    }

    /** Each child by its id. */
    public Uni<List<Followed>> of(Collection<UUID> children, LocalDate today) {
        return SessionSql.rows(FACTS, children.toArray(UUID[]::new), today)
                .map(rows -> rows.stream().map(FollowUpFacts::followed).toList());
    }

    private static Followed followed(@Nullable Object[] row) {
        return new Followed(
                of(row, 0, UUID.class),
                new AreaCode(of(row, 1, Long.class)),
                of(row, 2, Boolean.class),
                RiskLevel.valueOf(of(row, 3, String.class)),
                of(row, 4, Boolean.class),
                categories(of(row, 5, String[].class)),
                moment(row, 6).orElseThrow(),
                moment(row, 7).orElse(null),
                moment(row, 8).orElse(null),
                happened(Happened.Kind.VISIT, row, 9, moment(row, 10)),
                (LocalDate) row[11],
                happened(Happened.Kind.CONTACT, row, 12, moment(row, 13)),
                happened(
                        Happened.Kind.RISK_ASSESSMENT,
                        row,
                        14,
                        Optional.ofNullable((LocalDate) row[15]).map(day -> LocalDays.at(day, LocalTime.MIDNIGHT))),
                moment(row, 16).orElse(null),
                Stream.of(of(row, 17, String[].class)).map(FollowUpFacts::pause).toList());
    }

    private static Set<CategoryCode> categories(String[] codes) {
        return Stream.of(codes).map(CategoryCode::valueOf).collect(Collectors.toSet());
    }

    private static Pause pause(String days) {
        String[] parts = days.split("/", -1);
        return new Pause(LocalDate.parse(parts[0]), LocalDate.parse(parts[1]));
    }

    private static Optional<Happened> happened(
            Happened.Kind kind, @Nullable Object[] row, int id, Optional<Instant> at) {
        return at.map(moment -> new Happened(kind, of(row, id, UUID.class), moment));
    }

    private static Optional<Instant> moment(@Nullable Object[] row, int column) {
        return Optional.ofNullable((OffsetDateTime) row[column]).map(OffsetDateTime::toInstant);
    }

    private static <T> T of(@Nullable Object[] row, int column, Class<T> type) {
        return type.cast(Objects.requireNonNull(row[column]));
    }
}
