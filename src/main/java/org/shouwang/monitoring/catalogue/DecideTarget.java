package org.shouwang.monitoring.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;

/** Decides a target of an area once; a later one of the same plan and year names the one that it replaces, which stays readable. */
@Singleton
class DecideTarget {

    static final String SUBJECT = "INDICATOR_TARGET";

    private final Areas areas;
    private final Catalogues catalogues;
    private final TargetRows rows;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    DecideTarget(Areas areas, Catalogues catalogues, TargetRows rows, TrailRows trail, Pool pool, Clock clock) {
        this.areas = areas;
        this.catalogues = catalogues;
        this.rows = rows;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Result<Stored<LocalTargetView>>> decide(AreaCode area, UUID id, TargetForm form, Caller caller) {
        return caller.with(Right.MONITORING_WRITE).then(able -> areas.today(List.of(area))
                .map(today -> Optional.ofNullable(today.get(area)))
                .chain(place -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(repeat(found.get(), area, form, caller))
                                : made(transaction, id, area, place, form, caller))))));
    }

    private static Result<Stored<LocalTargetView>> repeat(
            LocalTarget found, AreaCode area, TargetForm form, Caller caller) {
        return Known.decide(
                        caller.may(Right.MONITORING_WRITE, found.area()),
                        found.area().equals(area)
                                && RequestHash.of(form)
                                        .matches(found.requestHash().getBytes()),
                        caller.workerId().equals(found.decidedBy()))
                .map(known -> new Stored<>(
                        found.id(),
                        found.version(),
                        false,
                        known == Known.REPEATED ? LocalTargetView.of(found) : null));
    }

    private Uni<Result<Stored<LocalTargetView>>> made(
            SqlClient transaction,
            UUID id,
            AreaCode area,
            Optional<Areas.Place> place,
            TargetForm form,
            Caller caller) {
        return caller.acting(Right.MONITORING_WRITE, area)
                .then(post -> replaced(transaction, form).chain(earlier -> rows.stands(transaction, area, form)
                        .chain(stands -> rows.binding(transaction, area, form.indicatorCode())
                                .map(binding -> Result.unless(
                                        violations(area, place, form, earlier, stands, binding),
                                        new Bound(post, TargetRules.isBinding(form, binding)))))))
                .chain(able -> able.thenDo(bound -> insert(
                        transaction,
                        id,
                        area,
                        TargetLevel.of(place.orElseThrow().level()),
                        form,
                        caller,
                        bound)));
    }

    /** The post under which it is decided, and whether it is of the binding plan. */
    private record Bound(Post post, boolean binding) {}

    /** Held first, so that of two who replace it one wins. */
    private Uni<Optional<LocalTarget>> replaced(SqlClient transaction, TargetForm form) {
        UUID replaces = form.replaces();
        return replaces == null ? Uni.createFrom().item(Optional.empty()) : rows.locked(transaction, replaces);
    }

    private List<Violation> violations(
            AreaCode area,
            Optional<Areas.Place> place,
            TargetForm form,
            Optional<LocalTarget> earlier,
            boolean stands,
            Optional<String> binding) {
        List<Violation> found = new ArrayList<>();
        if (place.isEmpty() || !place.get().code().equals(area)) {
            found.add(Violation.of("areaCode", "area-exists"));
        } else if (place.get().level() == AreaLevel.VILLAGE) {
            found.add(Violation.of("areaCode", "monitoring-no-village"));
        }
        catalogues
                .on(LocalDays.today(clock))
                .find(form.indicatorCode())
                .ifPresentOrElse(
                        indicator -> found.addAll(TargetRules.check(form, indicator, catalogues.round(indicator))),
                        () -> found.add(Violation.of("indicatorCode", "indicator-known")));
        if (Boolean.FALSE.equals(form.binding())
                && binding.filter(form.plan()::equals).isPresent()) {
            found.add(Violation.of("binding", "target-plan-binding"));
        }
        if (form.replaces() == null && stands) {
            found.add(Violation.of("replaces", "target-stands"));
        } else if (form.replaces() != null
                && earlier.filter(one -> one.isFor(area, form) && one.replacedBy() == null)
                        .isEmpty()) {
            found.add(Violation.of("replaces", "target-replaces-standing"));
        }
        return found;
    }

    private Uni<Stored<LocalTargetView>> insert(
            SqlClient transaction,
            UUID id,
            AreaCode area,
            TargetLevel level,
            TargetForm form,
            Caller caller,
            Bound bound) {
        UUID replaces = form.replaces();
        return (replaces == null ? Uni.createFrom().voidItem() : rows.replace(transaction, replaces, id))
                .chain(() -> bound.binding()
                        ? rows.bind(transaction, area, form)
                        : Uni.createFrom().voidItem())
                .chain(() -> rows.insert(transaction, id, area, level, form, bound.binding(), caller.workerId()))
                .chain(() -> trail.changed(
                        transaction,
                        caller.workerId(),
                        bound.post(),
                        "indicator-target.decide",
                        List.of(new Subject(SUBJECT, id, area))))
                .chain(() -> rows.locked(transaction, id))
                .map(Optional::orElseThrow)
                .map(stored -> new Stored<>(id, stored.version(), true, LocalTargetView.of(stored)));
    }
}
