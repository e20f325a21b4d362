package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.PrefillRows;
import org.shouwang.monitoring.collection.PrefillRows.SystemFigures;
import org.shouwang.monitoring.computed.ComputedIndicator.Counting;
import org.shouwang.monitoring.computed.StoredRows.Stored;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.background.Batches;
import org.shouwang.platform.record.Races;

/**
 * Brings what was counted of a quarter into its collection: provisional, for the unit that leads to confirm. What a person entered
 * stands, and what would tell of single persons is left for the unit to count.
 */
@Singleton
class PrefillValues implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(PrefillValues.class);
    private static final int BATCH = 20;

    private final Catalogues catalogues;
    private final ComputedIndicators indicators;
    private final StoredRows stored;
    private final PrefillRows rows;
    private final Pool pool;
    private final Clock clock;

    PrefillValues(
            Catalogues catalogues,
            ComputedIndicators indicators,
            StoredRows stored,
            PrefillRows rows,
            Pool pool,
            Clock clock) {
        this.catalogues = catalogues;
        this.indicators = indicators;
        this.stored = stored;
        this.rows = rows;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "prefill-values";
    }

    /** After the figures are stored. */
    @Override
    public int order() {
        return 2;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /** Answers how many periods were looked at: each once a day, so that a line that is issued later gets its value. */
    @Override
    public Uni<Integer> runOnce() {
        LocalDate today = LocalDays.today(clock);
        return Batches.untilNone(() -> rows.toLookAt(today, BATCH)
                .chain(due -> Batches.oneByOne(
                        due,
                        id -> Races.again(() -> pool.withTransaction(transaction -> look(transaction, id, today))),
                        (id, failure) -> putOff(id, today, failure))));
    }

    private Uni<Integer> look(SqlClient transaction, UUID id, LocalDate today) {
        return rows.claim(transaction, id, today).chain(found -> found.map(period -> {
                    LocalDate over = Span.ofQuarter(period.year(), Objects.requireNonNull(period.quarter()))
                            .on()
                            .plusDays(1);
                    return (over.isAfter(today) ? Uni.createFrom().item(0) : fill(transaction, period))
                            .chain(() ->
                                    rows.lookAgain(transaction, id, over.isAfter(today) ? over : today.plusDays(1)))
                            .replaceWith(1);
                })
                .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<Integer> fill(SqlClient transaction, CollectionPeriod period) {
        return stored.of(transaction, period)
                .map(found -> found.stream()
                        .filter(one -> !isWithheld(one))
                        .map(this::figures)
                        .toList())
                .chain(figures -> rows.make(transaction, period.id(), figures));
    }

    private boolean isWithheld(Stored one) {
        Counting counting = Objects.requireNonNull(
                indicators.find(one.indicatorCode()).orElseThrow().counting());
        return Withheld.is(
                counting.about(), one.snapshot().count(), one.snapshot().villages());
    }

    private SystemFigures figures(Stored one) {
        Indicator indicator = catalogues
                .find(one.catalogueVersion())
                .flatMap(catalogue -> catalogue.find(one.indicatorCode()))
                .orElseThrow();
        BigDecimal numerator = BigDecimal.valueOf(one.snapshot().count().numerator());
        BigDecimal denominator = BigDecimal.valueOf(one.snapshot().count().denominator());
        return new SystemFigures(
                one.responsibilityId(),
                one.catalogueVersion(),
                numerator,
                denominator,
                indicators.find(one.indicatorCode()).orElseThrow().textZh(),
                indicator.value(numerator, denominator));
    }

    private Uni<Void> putOff(UUID id, LocalDate today, Throwable failure) {
        LOG.errorf("Period %s cannot be filled in (%s): it waits until tomorrow", id, FailureKind.of(failure));
        return rows.lookAgain(pool, id, today.plusDays(1));
    }
}
