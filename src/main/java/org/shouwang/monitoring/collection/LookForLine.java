package org.shouwang.monitoring.collection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.shouwang.monitoring.breakdown.ResponsibilityListener;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;

/** A line that is issued after the last look for missing values is looked at too: the periods of its county are looked at again. */
@Singleton
class LookForLine implements ResponsibilityListener {

    /** Periods are of counties; by collection_period_once. */
    private static final String LOOK = """
            update collection_period set look_on = greatest(due_on, $3::date) + 1
            where area_code = $1::bigint / 1000000 * 1000000 and year = $2 and look_on is null and closed_on is null
              and withdrawn_at is null
            """;

    private final Clock clock;

    LookForLine(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Void> issued(SqlClient transaction, AreaCode area, int year) {
        return transaction
                .preparedQuery(LOOK)
                .execute(Tuple.of(area.value(), year, LocalDays.today(clock)))
                .replaceWithVoid();
    }
}
