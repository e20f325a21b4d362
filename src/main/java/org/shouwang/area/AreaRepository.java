package org.shouwang.area;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.AreaRanges;

@Singleton
class AreaRepository {

    private static final String COLUMNS = """
            select code, name, level, parent_code, administered_by_area_code, administered_by_organisation_id,
                   administered_from, valid_from, valid_to, successor_code
            from area
            """;

    private static final String VALID = "valid_from <= $4 and (valid_to is null or valid_to >= $4)";

    private static final String BY_CODE = COLUMNS + "where code = $1";

    private static final String CHILDREN = COLUMNS + "where parent_code is not distinct from $1 and code > $2 and "
            + VALID + " order by code limit $3";

    private static final String BELOW_OF_LEVEL = COLUMNS + """
                      where level = $5 and code > $2
                        and code >= coalesce($1::bigint, 0)
                        and code < coalesce((select code_end from area where code = $1), 1000000000000)
                      and\s""" + VALID + " order by code limit $3";

    /** Upwards by the parents, each read once by its key. */
    private static final String WITH_ALL_ABOVE = """
            with recursive up(code, parent_code) as (
                select a.code, a.parent_code
                from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                join area a on a.code >= r.lower and a.code < r.upper
                union
                select a.code, a.parent_code from up join area a on a.code = up.parent_code)
            """ + COLUMNS + "where code in (select code from up) order by code";

    private final Pool pool;

    AreaRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<AreaView>> byCode(AreaCode code) {
        return pool.preparedQuery(BY_CODE).execute(Tuple.of(code.value())).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(AreaRepository::view)
                .findFirst());
    }

    /**
     * The direct children of an area that are valid on a day, or all areas of one level below it; in code order after
     * {@code after}.
     */
    Uni<List<AreaView>> below(@Nullable AreaCode under, @Nullable AreaLevel level, LocalDate on, long after, int rows) {
        Tuple arguments = Tuple.of(under == null ? null : under.value(), after, rows, on);
        String query = CHILDREN;
        if (level != null) {
            arguments.addString(level.name());
            query = BELOW_OF_LEVEL;
        }
        return pool.preparedQuery(query).execute(arguments).map(found -> StreamSupport.stream(
                        found.spliterator(), false)
                .map(AreaRepository::view)
                .toList());
    }

    /** All areas in the ranges, and those above them; by code. */
    Uni<List<AreaView>> withAllAbove(AreaRanges ranges) {
        return pool.preparedQuery(WITH_ALL_ABOVE)
                .execute(Tuple.of(ranges.lower(), ranges.upper()))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(AreaRepository::view)
                        .toList());
    }

    private static AreaView view(Row row) {
        return new AreaView(
                new AreaCode(row.getLong("code")),
                row.getString("name"),
                AreaLevel.valueOf(row.getString("level")),
                code(row.getLong("parent_code")),
                administrator(row),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"),
                code(row.getLong("successor_code")));
    }

    static AreaView.@Nullable Administrator administrator(Row row) {
        UUID organisation = row.getUUID("administered_by_organisation_id");
        AreaCode authority = code(row.getLong("administered_by_area_code"));
        return organisation == null && authority == null
                ? null
                : new AreaView.Administrator(organisation, authority, row.getLocalDate("administered_from"));
    }

    private static @Nullable AreaCode code(@Nullable Long value) {
        return value == null ? null : new AreaCode(value);
    }
}
