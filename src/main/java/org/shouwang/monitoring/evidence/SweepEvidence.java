package org.shouwang.monitoring.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.background.Batches;

/** Deletes files whose parts did not come within a week, and those that nothing referred to within a month. */
@Singleton
class SweepEvidence implements BackgroundJob {

    /** By evidence_file_keep; few at a time, since each takes its parts along. */
    private static final String SWEEP = """
            delete from evidence_file where id in (
                select id from evidence_file where keep_until <= $1
                order by keep_until
                limit 10
                for update skip locked)
            """;

    private final Pool pool;
    private final Clock clock;

    SweepEvidence(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-evidence";
    }

    /** Upkeep. */
    @Override
    public int order() {
        return 9;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** Answers how many files were deleted. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(() -> pool.preparedQuery(SWEEP)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
                .map(SqlResult::rowCount));
    }
}
