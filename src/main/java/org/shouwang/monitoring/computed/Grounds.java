package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.area.Areas;
import org.shouwang.area.Areas.Place;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.staff.RunAreas;

/** Finds the ground of an area on a day, and what merged codes on it stand for. */
@Singleton
class Grounds {

    /** The area itself and what it or an area below it runs elsewhere, by area_hosted. */
    private static final String RANGES = """
            select a.code, a.code_end from area a where a.code = $1
            union
            select h.code, h.code_end
            from area a join area h on h.administered_by_area_code >= a.code and h.administered_by_area_code < a.code_end
            where a.code = $1
            """;

    private final RunAreas run;
    private final Areas areas;
    private final Pool pool;

    Grounds(RunAreas run, Areas areas, Pool pool) {
        this.run = run;
        this.areas = areas;
        this.pool = pool;
    }

    Uni<Ground> of(Place place, LocalDate day) {
        return pool.preparedQuery(RANGES)
                .execute(Tuple.of(place.code().value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> AreaRanges.of(row.getLong("code"), row.getLong("code_end")))
                        .reduce(AreaRanges.NONE, AreaRanges::union))
                .chain(ranges -> run.townshipsAndVillages(ranges, day).map(here -> new Ground(place, ranges, here)));
    }

    /** What these codes stand for today; asked only where some are not of today. */
    Uni<UnaryOperator<AreaCode>> today(Ground ground, Set<AreaCode> codes) {
        Set<AreaCode> others =
                codes.stream().filter(code -> !ground.knows(code)).collect(Collectors.toCollection(HashSet::new));
        Uni<Map<AreaCode, Place>> living = others.isEmpty() ? Uni.createFrom().item(Map.of()) : areas.today(others);
        return living.map(
                found -> code -> found.containsKey(code) ? found.get(code).code() : code);
    }
}
