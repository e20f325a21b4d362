package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.AreaRanges;
import org.shouwang.staff.RunArea.Part;

/** The villages and townships of a scope, each with who runs it, for rooms that count by area. Runs on the reactive pool. */
@Singleton
public class RunAreas {

    /** Those that are valid on the day, in the order of their codes; the smallest hosting above each decides. */
    private static final String RUN = """
            select v.code, v.level, v.name, t.code as township, t.name as township_name, k.code as above,
                   coalesce(o.name, k.name, t.name) as above_name, o.id as organisation
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join area v on v.code >= r.lower and v.code < r.upper and v.level = any($4)
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
            join area t on t.code = case when run.level = 'TOWNSHIP' then run.code
                                         when v.level = 'TOWNSHIP' then v.code
                                         else v.parent_code end
            left join area k on o.id is null
                and k.code = case when run.level <> 'TOWNSHIP' then run.code else t.parent_code end
            order by v.code
            """;

    private final Pool pool;

    RunAreas(Pool pool) {
        this.pool = pool;
    }

    /** The villages of the scope. */
    public Uni<List<RunArea>> villages(AreaRanges scope, LocalDate day) {
        return of(scope, day, Set.of(AreaLevel.VILLAGE));
    }

    /** The townships of the scope and their villages. */
    public Uni<List<RunArea>> townshipsAndVillages(AreaRanges scope, LocalDate day) {
        return of(scope, day, Set.of(AreaLevel.TOWNSHIP, AreaLevel.VILLAGE));
    }

    private Uni<List<RunArea>> of(AreaRanges scope, LocalDate day, Set<AreaLevel> levels) {
        String[] names = levels.stream().map(Enum::name).toArray(String[]::new);
        return pool.preparedQuery(RUN)
                .execute(Tuple.of(scope.lower(), scope.upper(), day, names))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RunAreas::area)
                        .toList());
    }

    private static RunArea area(Row row) {
        return new RunArea(
                AreaLevel.valueOf(row.getString("level")),
                new Part(code(row, "code"), null, row.getString("name")),
                new Part(code(row, "township"), null, row.getString("township_name")),
                new Part(code(row, "above"), row.getUUID("organisation"), row.getString("above_name")));
    }

    private static @Nullable AreaCode code(Row row, String column) {
        Long code = row.getLong(column);
        return code == null ? null : new AreaCode(code);
    }
}
