package org.shouwang.monitoring.collection;

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

/** Opens a period once; repeating it answers the period as it is now. */
@Singleton
class OpenPeriod {

    static final String SUBJECT = "COLLECTION_PERIOD";

    private final Areas areas;
    private final PeriodRows rows;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    OpenPeriod(Areas areas, PeriodRows rows, TrailRows trail, Pool pool, Clock clock) {
        this.areas = areas;
        this.rows = rows;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Result<Stored<PeriodView>>> open(UUID id, PeriodForm form, Caller caller) {
        return caller.with(Right.MONITORING_WRITE).then(able -> areas.today(List.of(form.areaCode()))
                .map(today -> Optional.ofNullable(today.get(form.areaCode())))
                .chain(place -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(repeat(found.get(), form, caller))
                                : made(transaction, id, place, form, caller))))));
    }

    private static Result<Stored<PeriodView>> repeat(CollectionPeriod found, PeriodForm form, Caller caller) {
        return Known.decide(
                        caller.may(Right.MONITORING_WRITE, found.area()),
                        RequestHash.of(form).matches(found.requestHash().getBytes()),
                        caller.workerId().equals(found.createdBy()))
                .map(known -> new Stored<>(
                        found.id(), found.version(), false, known == Known.REPEATED ? PeriodView.of(found) : null));
    }

    private Uni<Result<Stored<PeriodView>>> made(
            SqlClient transaction, UUID id, Optional<Areas.Place> place, PeriodForm form, Caller caller) {
        return caller.acting(Right.MONITORING_WRITE, form.areaCode())
                .then(post -> rows.isThere(transaction, form)
                        .map(there -> Result.unless(violations(place, form, there, LocalDays.today(clock)), post)))
                .chain(able -> able.thenDo(post -> insert(transaction, id, form, caller, post)));
    }

    private static List<Violation> violations(
            Optional<Areas.Place> place, PeriodForm form, boolean there, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (place.isEmpty() || !place.get().code().equals(form.areaCode())) {
            found.add(Violation.of("areaCode", "area-exists"));
        } else if (place.get().level() != AreaLevel.COUNTY) {
            found.add(Violation.of("areaCode", "period-of-county"));
        }
        if (form.dueOn().isBefore(form.openOn())) {
            found.add(Violation.of("dueOn", "period-due-after-open"));
        }
        if (form.dueOn().isBefore(today)) {
            found.add(Violation.of("dueOn", "period-due-still"));
        }
        if (there) {
            found.add(Violation.of("quarter", "period-once"));
        }
        return found;
    }

    private Uni<Stored<PeriodView>> insert(SqlClient transaction, UUID id, PeriodForm form, Caller caller, Post post) {
        return rows.insert(transaction, id, form, caller.workerId())
                .chain(() -> trail.changed(
                        transaction,
                        caller.workerId(),
                        post,
                        "collection-period.open",
                        List.of(new Subject(SUBJECT, id, form.areaCode()))))
                .chain(() -> rows.find(transaction, id))
                .map(Optional::orElseThrow)
                .map(stored -> new Stored<>(id, stored.version(), true, PeriodView.of(stored)));
    }
}
