package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.activity.CountedVillage.Part;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;

/** The villages of a scope and those that have a home that counts, read on the reactive pool. */
@Singleton
class CoverageRows {

    /** Villages that are valid on the day, in the order of their codes; the smallest hosting above each decides. */
    private static final String VILLAGES = """
            select v.code, v.name, t.code as township, t.name as township_name, k.code as above,
                   coalesce(o.name, k.name, t.name) as above_name, o.id as organisation
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join area v on v.code >= r.lower and v.code < r.upper and v.level = 'VILLAGE'
                and v.valid_from <= $3 and (v.valid_to is null or v.valid_to >= $3)
            left join lateral (
                select h.administered_by_area_code as area, h.administered_by_organisation_id as organisation
                from area h
                where (h.administered_by_area_code is not null or h.administered_by_organisation_id is not null)
                  and (h.administered_from is null or h.administered_from <= $3)
                  and h.code <= v.code and h.code_end > v.code
                order by h.code_end - h.code limit 1) host on true
            left join area run on run.code = host.area
            left join organisation o on o.id = host.organisation
            join area t on t.code = case when run.level = 'TOWNSHIP' then run.code else v.parent_code end
            left join area k on o.id is null
                and k.code = case when run.level <> 'TOWNSHIP' then run.code else t.parent_code end
            order by v.code
            """;

    /** Serves through activity_home and childrens_home_area. */
    private static final String HOMES = """
            select c.area_code, c.status, c.indoor_m2, c.zones, c.functions,
                   (select max(a.started_at) from activity a where a.home_id = c.id) as last_activity_at
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join childrens_home c on c.area_code >= r.lower and c.area_code < r.upper
            where c.status = 'OPEN'
            """;

    private final Pool pool;
    private final HomeStandard standard;

    CoverageRows(Pool pool, HomeStandard standard) {
        this.pool = pool;
        this.standard = standard;
    }

    Uni<List<CountedVillage>> villages(AreaRanges scope, LocalDate day) {
        return pool.preparedQuery(VILLAGES)
                .execute(Tuple.of(scope.lower(), scope.upper(), day))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(CoverageRows::village)
                        .toList());
    }

    /** Where the homes are that count today. */
    Uni<Set<AreaCode>> withQualifiedHome(AreaRanges scope) {
        return pool.preparedQuery(HOMES)
                .execute(Tuple.of(scope.lower(), scope.upper()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> standard.isMetBy(HomeView.facts(row)))
                        .map(row -> new AreaCode(row.getLong("area_code")))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static CountedVillage village(Row row) {
        return new CountedVillage(
                new Part(code(row, "code"), null, row.getString("name")),
                new Part(code(row, "township"), null, row.getString("township_name")),
                new Part(code(row, "above"), row.getUUID("organisation"), row.getString("above_name")));
    }

    private static @Nullable AreaCode code(Row row, String column) {
        Long code = row.getLong(column);
        return code == null ? null : new AreaCode(code);
    }
}
