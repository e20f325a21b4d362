package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.catalogue.StandingTargets;
import org.shouwang.monitoring.catalogue.StandingTargets.Decided;
import org.shouwang.monitoring.catalogue.Target;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.FoundValues;
import org.shouwang.monitoring.collection.FoundValues.Owed;
import org.shouwang.monitoring.collection.PeriodRows;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.background.Batches;
import org.shouwang.platform.record.Races;

/**
 * Proposes cards for values that nobody has submitted, on the days that the rules name. Each period is a transaction of its own:
 * one that fails is looked at again tomorrow and stops no other.
 */
@Singleton
class ProposeMissing implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(ProposeMissing.class);
    private static final int BATCH = 20;

    private final Catalogues catalogues;
    private final PeriodRows periods;
    private final FoundValues values;
    private final StandingTargets targets;
    private final CardRuleRows rules;
    private final ProposeCards propose;
    private final Pool pool;
    private final Clock clock;

    ProposeMissing(
            Catalogues catalogues,
            PeriodRows periods,
            FoundValues values,
            StandingTargets targets,
            CardRuleRows rules,
            ProposeCards propose,
            Pool pool,
            Clock clock) {
        this.catalogues = catalogues;
        this.periods = periods;
        this.values = values;
        this.targets = targets;
        this.rules = rules;
        this.propose = propose;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "propose-missing";
    }

    /** Before the summaries. */
    @Override
    public int order() {
        return 2;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /** Answers how many periods were looked at. */
    @Override
    public Uni<Integer> runOnce() {
        LocalDate today = LocalDays.today(clock);
        return Batches.untilNone(() -> periods.toLookAt(today, BATCH)
                .chain(due -> Batches.oneByOne(
                        due,
                        id -> Races.again(() -> pool.withTransaction(transaction -> look(transaction, id, today))),
                        (id, failure) -> putOff(id, today, failure))));
    }

    private Uni<Integer> look(SqlClient transaction, UUID id, LocalDate today) {
        return periods.claim(transaction, id, today).chain(found -> found.map(period -> rules.on(transaction, today)
                        .chain(inForce -> look(transaction, period, inForce, today)
                                .chain(owed ->
                                        periods.lookAgain(transaction, id, nextLook(period, owed, inForce, today))))
                        .replaceWith(1))
                .orElseGet(() -> Uni.createFrom().item(0)));
    }

    /** A line that was issued later is due later. */
    private static @Nullable LocalDate nextLook(
            CollectionPeriod period, List<Owed> owed, CardRules inForce, LocalDate today) {
        return Stream.concat(
                        Stream.of(period.dueOn()),
                        owed.stream().map(Owed::line).map(period::dueOn).distinct())
                .flatMap(due -> Stream.ofNullable(inForce.nextLook(due, today)))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Answers what is owed where anything may follow from it. */
    private Uni<List<Owed>> look(SqlClient transaction, CollectionPeriod period, CardRules inForce, LocalDate today) {
        if (!inForce.anyMissing(ChronoUnit.DAYS.between(period.dueOn(), today))) {
            return Uni.createFrom().item(List.of());
        }
        Catalogue catalogue = catalogues.on(today);
        return values.owed(transaction, period, period.due(catalogue))
                .map(owed ->
                        owed.stream().filter(one -> period.asks(one.line())).toList())
                .chain(owed -> targets(transaction, owed).chain(decided -> {
                    Uni<Void> looked = Uni.createFrom().voidItem();
                    for (Owed one : owed) {
                        Indicator indicator =
                                catalogue.find(one.line().indicatorCode()).orElseThrow();
                        Target target = Objects.requireNonNull(
                                        decided.get(one.line().area()))
                                .of(indicator);
                        looked = looked.chain(
                                () -> missing(transaction, period, one, indicator, target, inForce, today));
                    }
                    return looked.replaceWith(owed);
                }));
    }

    /** What counts in each place in which something is owed: a statement a place, not an indicator. */
    private Uni<Map<AreaCode, Decided>> targets(SqlClient transaction, List<Owed> owed) {
        Map<AreaCode, Decided> found = new HashMap<>();
        Uni<Void> read = Uni.createFrom().voidItem();
        for (AreaCode area :
                owed.stream().map(one -> one.line().area()).distinct().toList()) {
            read = read.chain(() -> targets.of(transaction, area, null))
                    .invoke(decided -> found.put(area, decided))
                    .replaceWithVoid();
        }
        return read.replaceWith(found);
    }

    private Uni<Void> missing(
            SqlClient transaction,
            CollectionPeriod period,
            Owed one,
            Indicator indicator,
            Target target,
            CardRules inForce,
            LocalDate today) {
        boolean assessed = target.operator().isAssessed() || one.line().targetValue() != null;
        return new CardJudge(inForce)
                .missing(indicator, assessed, target.soft(), period.dueOn(one.line()), today)
                .map(finding -> propose.missing(transaction, one.line(), period, finding))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> putOff(UUID id, LocalDate today, Throwable failure) {
        LOG.errorf("Period %s cannot be looked at (%s): it waits until tomorrow", id, FailureKind.of(failure));
        return periods.lookAgain(pool, id, today.plusDays(1));
    }
}
