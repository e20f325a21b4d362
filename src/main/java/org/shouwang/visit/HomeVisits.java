package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.visit.RecordedVisit.Seen;

/** Who was visited at home lately, for rooms above. Runs in the session of a use case. */
@Singleton
public class HomeVisits {

    /** A row for each child of each visit, with its level of now. Served by visit_child_child. */
    private static final String SINCE = """
            select v.id, v.household_id, v.area_code, v.outcome,
                   case when v.time_uncertain then v.received_at else v.started_at end,
                   a.child_id, a.met, coalesce(c.risk_level, 'HIGH'), c.area_code
            from (select distinct visit_id from visit_child where child_id = any($1)) of
            join visit v on v.id = of.visit_id
            join visit_child a on a.visit_id = v.id
            join child c on c.id = a.child_id
            where v.method = 'HOME' and case when v.time_uncertain then v.received_at else v.started_at end >= $2
            order by v.id, a.child_id
            """;

    /** The home visits that name any of these children and began at this moment or later, each with all its children. */
    public Uni<List<RecordedVisit>> since(Instant moment, Collection<UUID> children) {
        return SessionSql.rows(SINCE, children.toArray(UUID[]::new), moment.atOffset(ZoneOffset.UTC))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> of(row, 0, UUID.class), LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(HomeVisits::visit)
                        .toList());
    }

    private static RecordedVisit visit(List<@Nullable Object[]> rows) {
        @Nullable Object[] first = rows.get(0);
        return new RecordedVisit(
                of(first, 0, UUID.class),
                of(first, 1, UUID.class),
                new AreaCode(of(first, 2, Long.class)),
                VisitMethod.HOME,
                VisitOutcome.valueOf(of(first, 3, String.class)),
                of(first, 4, OffsetDateTime.class).toInstant(),
                rows.stream().map(HomeVisits::seen).toList());
    }

    private static Seen seen(@Nullable Object[] row) {
        return new Seen(
                of(row, 5, UUID.class),
                of(row, 6, Boolean.class),
                RiskLevel.valueOf(of(row, 7, String.class)),
                new AreaCode(of(row, 8, Long.class)));
    }

    private static <T> T of(@Nullable Object[] row, int column, Class<T> type) {
        return type.cast(Objects.requireNonNull(row[column]));
    }
}
