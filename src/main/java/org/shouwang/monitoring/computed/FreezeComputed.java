package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.shouwang.area.Areas.Place;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.computed.ComputedIndicator.Counting;
import org.shouwang.monitoring.computed.SnapshotRows.Counted;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.background.Batches;

/**
 * Stores what is counted of a quarter in the first days after it, for each county that answers for such an indicator, with its
 * townships. Nothing is stored later: it would be of another day. A county that fails is tried again and stops no other.
 */
@Singleton
class FreezeComputed implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(FreezeComputed.class);
    private static final int BATCH = 20;

    /** A server that was down over a weekend still stores the quarter. */
    private static final int STILL_DAYS = 3;

    private final Catalogues catalogues;
    private final ComputedIndicators indicators;
    private final Grounds grounds;
    private final CountComputed count;
    private final SnapshotRows rows;
    private final Pool pool;
    private final Clock clock;

    FreezeComputed(
            Catalogues catalogues,
            ComputedIndicators indicators,
            Grounds grounds,
            CountComputed count,
            SnapshotRows rows,
            Pool pool,
            Clock clock) {
        this.catalogues = catalogues;
        this.indicators = indicators;
        this.grounds = grounds;
        this.count = count;
        this.rows = rows;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "freeze-computed";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /** Answers how many counties were counted. */
    @Override
    public Uni<Integer> runOnce() {
        LocalDate today = LocalDays.today(clock);
        LocalDate last = Span.ofQuarter(today).from().minusDays(1);
        return today.isAfter(last.plusDays(STILL_DAYS)) ? Uni.createFrom().item(0) : after(0, last);
    }

    private Uni<Integer> after(long code, LocalDate last) {
        List<String> counted =
                indicators.counted().stream().map(ComputedIndicator::code).toList();
        return rows.toFreeze(counted, last, code, BATCH).chain(counties -> Batches.oneByOne(
                        counties, county -> freeze(county, last), (county, failure) -> failed(county, failure))
                .chain(done -> counties.size() < BATCH
                        ? Uni.createFrom().item(done)
                        : after(counties.get(BATCH - 1).value(), last).map(more -> done + more)));
    }

    private static Uni<Void> failed(AreaCode county, Throwable failure) {
        LOG.errorf("The quarter of county %s cannot be counted (%s): tried again", county, FailureKind.of(failure));
        return Uni.createFrom().voidItem();
    }

    private Uni<Integer> freeze(AreaCode county, LocalDate last) {
        return grounds.of(new Place(county, AreaLevel.COUNTY), last).chain(ground -> Multi.createFrom()
                .iterable(indicators.counted())
                .onItem()
                .transformToUniAndConcatenate(indicator -> spans(indicator, ground, last))
                .collect()
                .in(ArrayList<Counted>::new, List::addAll)
                .chain(all -> pool.withTransaction(transaction ->
                        rows.insert(transaction, catalogues.on(last).version(), all)))
                .replaceWith(1));
    }

    /** Of the quarter, and of the year up to it. */
    private Uni<List<Counted>> spans(ComputedIndicator indicator, Ground ground, LocalDate last) {
        return Multi.createFrom()
                .items(Stream.of(Span.ofQuarter(last), Span.ofYear(last)).distinct())
                .onItem()
                .transformToUniAndConcatenate(span -> counted(indicator, ground, span))
                .collect()
                .in(ArrayList<Counted>::new, List::addAll)
                .map(all -> all);
    }

    private Uni<List<Counted>> counted(ComputedIndicator indicator, Ground ground, Span span) {
        Counting counting = Objects.requireNonNull(indicator.counting());
        List<Ground> parts = Stream.concat(
                        Stream.of(ground),
                        ground.of(AreaLevel.TOWNSHIP).stream().map(ground::at))
                .toList();
        return count.of(counting, ground, parts, span).map(counts -> {
            List<Counted> found = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                Ground part = parts.get(i);
                found.add(new Counted(
                        part.place().code(), indicator.code(), counting, span, counts.get(i), part.villages()));
            }
            return found;
        });
    }
}
