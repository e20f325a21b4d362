package org.shouwang.area;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;

/** The tree of divisions, as rooms above see it. Runs on the reactive pool: ask before a transaction is open. */
@Singleton
public class Areas {

    /** The codes of all areas in the ranges $1 and $2, ended ones too: what a count asks for one by one, each by its index. */
    public static final String CODES = """
            with place as materialized (
                select a.code
                from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                join area a on a.code >= r.lower and a.code < r.upper)
            """;

    /** Follows the successors of what has ended to what is valid today. */
    private static final String TODAY = """
            with recursive chain(sent, code, level, valid_to, next) as (
                select code, code, level, valid_to, successor_code from area where code = any($1) and valid_from <= $2
                union all
                select chain.sent, a.code, a.level, a.valid_to, a.successor_code
                from chain join area a on a.code = chain.next
                where chain.valid_to < $2)
            select sent, code, level from chain where valid_to is null or valid_to >= $2
            """;

    private static final String PARENTS = """
            select a.code, a.parent_code
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join area a on a.code >= r.lower and a.code < r.upper
            order by a.code
            """;

    private static final String RANGE = "select code, code_end from area where code = $1";

    private final Pool pool;
    private final Clock clock;

    Areas(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** An area as it is today. */
    public record Place(AreaCode code, AreaLevel level) {}

    /** An area and what it lies below by its row; null for a province. */
    public record Below(AreaCode code, @Nullable AreaCode parent) {}

    /**
     * What these codes stand for today: an area that is valid, or the living successor of one that has ended. A phone that
     * was offline may send old codes; they are never refused for that.
     */
    public Uni<Map<AreaCode, Place>> today(Collection<AreaCode> codes) {
        Long[] values = codes.stream().map(AreaCode::value).toArray(Long[]::new);
        return pool.preparedQuery(TODAY)
                .execute(Tuple.of(values, LocalDays.today(clock)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> new AreaCode(row.getLong("sent")),
                                row -> new Place(
                                        new AreaCode(row.getLong("code")),
                                        AreaLevel.valueOf(row.getString("level"))))));
    }

    /** All areas in the ranges, ended ones too, by code. */
    public Uni<List<Below>> parents(AreaRanges ranges) {
        return pool.preparedQuery(PARENTS)
                .execute(Tuple.of(ranges.lower(), ranges.upper()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Below(new AreaCode(row.getLong("code")), parent(row.getLong("parent_code"))))
                        .toList());
    }

    private static @Nullable AreaCode parent(@Nullable Long code) {
        return code == null ? null : new AreaCode(code);
    }

    /** The codes of this area and of all that lies below it; none when there is no such area. */
    public Uni<AreaRanges> range(AreaCode code) {
        return pool.preparedQuery(RANGE).execute(Tuple.of(code.value())).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> AreaRanges.of(row.getLong("code"), row.getLong("code_end")))
                .reduce(AreaRanges.NONE, AreaRanges::union));
    }

    /** The part of a scope that lies in this area; all of it when no area is named. */
    public Uni<AreaRanges> within(AreaRanges scope, Optional<AreaCode> area) {
        return area.map(code -> range(code).map(scope::intersect))
                .orElseGet(() -> Uni.createFrom().item(scope));
    }
}
