package org.shouwang.area;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;

/** The tree of divisions, as rooms above see it. Runs on the reactive pool: ask before a transaction is open. */
@Singleton
public class Areas {

    private static final String LEVELS = """
            select code, level from area
            where code = any($1) and valid_from <= $2 and (valid_to is null or valid_to >= $2)
            """;

    private static final String RANGE = "select code, code_end from area where code = $1";

    private final Pool pool;
    private final Clock clock;

    Areas(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** The levels of those codes that are areas today. */
    public Uni<Map<AreaCode, AreaLevel>> levels(Collection<AreaCode> codes) {
        Long[] values = codes.stream().map(AreaCode::value).toArray(Long[]::new);
        return pool.preparedQuery(LEVELS)
                .execute(Tuple.of(values, LocalDays.today(clock)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> new AreaCode(row.getLong("code")),
                                row -> AreaLevel.valueOf(row.getString("level")))));
    }

    /** The codes of this area and of all that lies below it; none when there is no such area. */
    public Uni<AreaRanges> range(AreaCode code) {
        return pool.preparedQuery(RANGE).execute(Tuple.of(code.value())).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> AreaRanges.of(row.getLong("code"), row.getLong("code_end")))
                .reduce(AreaRanges.NONE, AreaRanges::union));
    }
}
