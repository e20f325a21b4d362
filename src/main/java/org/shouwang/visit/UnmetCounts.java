package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.policy.FollowUpPolicies;
import org.shouwang.register.child.RiskLevel;

/** Counts the children whom nobody has met, for rooms above, who have checked the scope. Runs on the reactive pool. */
@Singleton
public class UnmetCounts {

    /**
     * Served by child_counted and visit_child_child. It reads all visits of each child, so the caller sees to it that there are not
     * too many children. A file without a level is as grave as HIGH.
     */
    static final String COUNT = """
            select place.code, count(*) filter (where met.at is null) as never,
                   count(*) filter (where (met.at at time zone $8)::date + case coalesce(c.risk_level, 'HIGH')
                       when 'CRITICAL' then place.critical when 'HIGH' then place.high when 'MEDIUM' then place.medium
                       when 'LOW' then place.low else place.normal end < $7) as too_long_ago
            from unnest($1::bigint[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[])
                     as place(code, critical, high, medium, low, normal)
            join child c on c.area_code = place.code and c.file_status = 'ACTIVE'
            cross join lateral (
                select max(case when v.time_uncertain then v.received_at else v.started_at end) as at
                from visit_child a join visit v on v.id = a.visit_id
                where a.child_id = c.id and a.met and v.method = 'HOME') met
            group by place.code
            """;

    private final FollowUpPolicies policies;
    private final Pool pool;

    UnmetCounts(FollowUpPolicies policies, Pool pool) {
        this.policies = policies;
        this.pool = pool;
    }

    /** Those of each of the places that has children: one statement. */
    public Uni<Map<AreaCode, UnmetNumbers>> of(Collection<AreaCode> places, LocalDate today) {
        List<AreaCode> all = List.copyOf(places);
        Tuple arguments = Tuple.of(all.stream().map(AreaCode::value).toArray(Long[]::new));
        for (RiskLevel level :
                List.of(RiskLevel.CRITICAL, RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.LOW, RiskLevel.NORMAL)) {
            arguments.addArrayOfInteger(all.stream()
                    .map(place -> policies.at(place).at(level.name()).homeVisitDays())
                    .toArray(Integer[]::new));
        }
        arguments.addLocalDate(today).addString(LocalDays.ZONE.getId());
        return pool.preparedQuery(COUNT).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(row -> new AreaCode(row.getLong("code")), UnmetNumbers::of)));
    }
}
