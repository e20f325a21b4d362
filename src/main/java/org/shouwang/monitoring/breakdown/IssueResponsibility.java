package org.shouwang.monitoring.breakdown;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.unit.Units;
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

/** Issues a line of the book of responsibilities once; repeating it answers the line as it is now. */
@Singleton
class IssueResponsibility {

    static final String SUBJECT = "RESPONSIBILITY";

    private final Areas areas;
    private final Catalogues catalogues;
    private final Units units;
    private final ResponsibilityRows rows;
    private final TrailRows trail;
    private final List<ResponsibilityListener> listeners;
    private final Pool pool;
    private final Clock clock;

    IssueResponsibility(
            Areas areas,
            Catalogues catalogues,
            Units units,
            ResponsibilityRows rows,
            TrailRows trail,
            @All List<ResponsibilityListener> listeners,
            Pool pool,
            Clock clock) {
        this.areas = areas;
        this.catalogues = catalogues;
        this.units = units;
        this.rows = rows;
        this.trail = trail;
        this.listeners = listeners;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Result<Stored<ResponsibilityView>>> issue(UUID id, ResponsibilityForm form, Caller caller) {
        return caller.with(Right.MONITORING_WRITE).then(able -> areas.today(List.of(form.areaCode()))
                .map(today -> Optional.ofNullable(today.get(form.areaCode())))
                .chain(place -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(repeat(found.get(), form, caller))
                                : made(transaction, id, place, form, caller))))));
    }

    private static Result<Stored<ResponsibilityView>> repeat(
            Responsibility found, ResponsibilityForm form, Caller caller) {
        return Known.decide(
                        caller.may(Right.MONITORING_WRITE, found.area()),
                        RequestHash.of(form).matches(found.requestHash().getBytes()),
                        caller.workerId().equals(found.createdBy()))
                .map(known -> new Stored<>(
                        found.id(),
                        found.version(),
                        false,
                        known == Known.REPEATED ? ResponsibilityView.of(found) : null));
    }

    private Uni<Result<Stored<ResponsibilityView>>> made(
            SqlClient transaction, UUID id, Optional<Areas.Place> place, ResponsibilityForm form, Caller caller) {
        return caller.acting(Right.MONITORING_WRITE, form.areaCode())
                .then(post -> violations(transaction, place, form, post).map(found -> Result.unless(found, post)))
                .chain(able -> able.thenDo(post -> insert(transaction, id, form, caller, post)));
    }

    private Uni<List<Violation>> violations(
            SqlClient transaction, Optional<Areas.Place> place, ResponsibilityForm form, Post post) {
        LocalDate today = LocalDays.today(clock);
        return units.find(transaction, form.unitId())
                .chain(unit -> rows.beside(transaction, form.areaCode(), form.indicatorCode(), form.year())
                        .map(beside -> {
                            List<Violation> found = new ArrayList<>(area(place, form));
                            found.addAll(ResponsibilityRules.check(
                                    form,
                                    catalogues.on(today).find(form.indicatorCode()),
                                    unit.filter(one -> post.areas().contains(one.area())),
                                    beside,
                                    today));
                            return found;
                        }));
    }

    private static List<Violation> area(Optional<Areas.Place> place, ResponsibilityForm form) {
        if (place.isEmpty() || !place.get().code().equals(form.areaCode())) {
            return List.of(Violation.of("areaCode", "area-exists"));
        }
        return place.get().level() == AreaLevel.VILLAGE
                ? List.of(Violation.of("areaCode", "monitoring-no-village"))
                : List.of();
    }

    private Uni<Stored<ResponsibilityView>> insert(
            SqlClient transaction, UUID id, ResponsibilityForm form, Caller caller, Post post) {
        return rows.insert(transaction, id, form, caller.workerId())
                .chain(() -> trail.changed(
                        transaction,
                        caller.workerId(),
                        post,
                        "responsibility.issue",
                        List.of(new Subject(SUBJECT, id, form.areaCode()))))
                .chain(() -> told(transaction, form))
                .chain(() -> rows.locked(transaction, id))
                .map(Optional::orElseThrow)
                .map(stored -> new Stored<>(id, stored.version(), true, ResponsibilityView.of(stored)));
    }

    private Uni<Void> told(SqlClient transaction, ResponsibilityForm form) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (ResponsibilityListener listener : listeners) {
            told = told.chain(() -> listener.issued(transaction, form.areaCode(), form.year()));
        }
        return told;
    }
}
