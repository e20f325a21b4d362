package org.shouwang.task.sample;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.background.Batches;
import org.shouwang.task.sample.SampleRows.Quarter;

/** Draws the visits that are verified (抽查): each soon after it arrives, and what a quarter lacks when it is over. */
@Singleton
class DrawSamples implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(DrawSamples.class);

    private static final int BATCH = 50;
    private static final Duration POSTPONED = Duration.ofHours(1);

    private final SampleRows rows;
    private final DrawBatch batch;
    private final SampleConfig config;
    private final Clock clock;

    DrawSamples(SampleRows rows, DrawBatch batch, SampleConfig config, Clock clock) {
        this.rows = rows;
        this.batch = batch;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "draw-samples";
    }

    @Override
    public int order() {
        return 9;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Answers how many visits were judged and quarters filled. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::some)
                .chain(judged -> Batches.untilNone(this::quarter).map(filled -> judged + filled));
    }

    private Uni<Integer> some() {
        Instant now = clock.instant();
        return rows.due(now, BATCH)
                .chain(due -> Batches.together(
                        due, visits -> batch.judge(visits, now), (one, cause) -> putOff(one, now, cause)));
    }

    private Uni<Integer> quarter() {
        Instant now = clock.instant();
        return rows.quarter(now)
                .chain(due -> due.map(quarter -> fill(quarter, now).replaceWith(1))
                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<Void> fill(Quarter quarter, Instant now) {
        return rows.of(quarter)
                .map(visits -> Draw.filled(visits, quarter.begin(), config.sharePercent()))
                .chain(missing -> missing.isEmpty() ? none() : rows.byIds(missing))
                .chain(visits -> batch.fill(quarter, visits, now))
                .onFailure()
                .recoverWithUni(cause -> {
                    LOG.errorf("A quarter's sample cannot be filled (%s): it waits for an hour", FailureKind.of(cause));
                    return rows.postpone(quarter, now.plus(POSTPONED));
                });
    }

    private static Uni<List<SampledVisit>> none() {
        return Uni.createFrom().item(List.of());
    }

    private Uni<Void> putOff(SampledVisit visit, Instant now, Throwable cause) {
        LOG.errorf("Visit %s cannot be drawn (%s): it waits for an hour", visit.visitId(), FailureKind.of(cause));
        return rows.postpone(visit.visitId(), now.plus(POSTPONED));
    }
}
