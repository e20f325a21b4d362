package org.shouwang.activity;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.activity.ActivityRows.Named;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.ClientRecord;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;

/** Records an activity once; repeating it answers the activity as it is now. */
@Singleton
class RecordActivity {

    private final Areas areas;
    private final ActivityRepository activities;
    private final HomeRepository homes;
    private final Attendance attendance;
    private final ActivityRows rows;
    private final Pool pool;
    private final Trail trail;
    private final Clock clock;

    RecordActivity(
            Areas areas,
            ActivityRepository activities,
            HomeRepository homes,
            Attendance attendance,
            ActivityRows rows,
            Pool pool,
            Trail trail,
            Clock clock) {
        this.areas = areas;
        this.activities = activities;
        this.homes = homes;
        this.attendance = attendance;
        this.rows = rows;
        this.pool = pool;
        this.trail = trail;
        this.clock = clock;
    }

    /** A request with all that is needed to store it. */
    private record Accepted(
            UUID id,
            ActivityForm form,
            RequestHash request,
            Caller caller,
            Areas.@Nullable Place named,
            AreaCode area,
            Post acting) {}

    Uni<Result<Stored<ActivityView>>> record(UUID id, ActivityForm form, Caller caller) {
        AreaCode named = form.areaCode();
        return areas.today(named == null ? List.of() : List.of(named))
                .map(found -> found.values().stream().findFirst())
                .chain(place -> Panache.withTransaction(() -> record(id, form, place.orElse(null), caller)))
                .chain(result -> result.thenDo(stored -> viewed(stored, caller)));
    }

    /** As it stands after the transaction, as far as the caller may see it. */
    private Uni<Stored<ActivityView>> viewed(Stored<Activity> stored, Caller caller) {
        return rows.byIds(pool, List.of(stored.id()), caller)
                .map(found -> new Stored<>(
                        stored.id(),
                        stored.version(),
                        stored.created(),
                        found.stream().findFirst().map(Named::activity).orElse(null)));
    }

    private Uni<Result<Stored<Activity>>> record(
            UUID id, ActivityForm form, Areas.@Nullable Place named, Caller caller) {
        RequestHash request = RequestHash.of(form);
        return caller.with(Right.ACTIVITY_WRITE).then(allowed -> activities
                .findById(id)
                .chain(found -> found == null
                        ? create(id, form, named, request, caller)
                        : Uni.createFrom().item(repeat(found, request, caller))));
    }

    private static Result<Stored<Activity>> repeat(Activity found, RequestHash request, Caller caller) {
        return Known.decide(found, request, caller, Right.ACTIVITY_READ)
                .map(known -> known == Known.REPEATED ? Stored.repeated(found, found) : Stored.outOfScope(found));
    }

    private Uni<Result<Stored<Activity>>> create(
            UUID id, ActivityForm form, Areas.@Nullable Place named, RequestHash request, Caller caller) {
        return Result.unless(ActivityRules.checkPlace(form), form)
                .then(placed -> area(placed, named))
                .map(found -> found.flatMap(area -> caller.acting(Right.ACTIVITY_WRITE, area)
                        .map(post -> new Accepted(id, form, request, caller, named, area, post))))
                .chain(within -> within.then(this::check))
                .chain(valid -> valid.thenDo(this::insert));
    }

    /** Where it belongs. A home that does not exist is refused like one that the caller may not see. */
    private Uni<Result<AreaCode>> area(ActivityForm form, Areas.@Nullable Place named) {
        UUID homeId = form.homeId();
        if (homeId == null) {
            return Uni.createFrom()
                    .item(Result.ok(named == null ? Objects.requireNonNull(form.areaCode()) : named.code()));
        }
        return homes.findById(homeId)
                .map(home -> home == null ? Result.refused(Problem.NOT_FOUND) : Result.ok(home.areaCode));
    }

    private Uni<Result<Accepted>> check(Accepted request) {
        ActivityForm form = request.form();
        boolean agree = request.named() != null && request.named().code().equals(request.area());
        @Nullable AreaCode home = form.homeId() == null || agree ? null : request.area();
        List<Violation> violations = new ArrayList<>(ActivityRules.check(form, home, clock.instant()));
        if (form.homeId() == null) {
            violations.addAll(Places.village(request.area(), request.named()));
        }
        return Places.organisation(form.organiserOrganisationId())
                .invoke(violations::addAll)
                .chain(() -> attendance.readable(form.named(), request.caller()))
                .invoke(readable -> violations.addAll(ActivityRules.checkChildren(form, readable)))
                .map(all -> Result.unless(violations, request));
    }

    private Uni<Stored<Activity>> insert(Accepted request) {
        ClientRecord.Birth birth = new ClientRecord.Birth(
                request.id(),
                request.area(),
                request.named() == null
                        ? request.area()
                        : Objects.requireNonNull(request.form().areaCode()),
                request.request(),
                clock.instant(),
                request.caller().workerId());
        Post acting = request.acting();
        return activities
                .persistAndFlush(new Activity(birth, request.form(), acting.appointmentId()))
                .call(saved -> attendance.write(saved.id, request.form().named()))
                .call(saved -> trail.changed(
                        request.caller(), acting, "activity.record", new Subject("Activity", saved.id, saved.areaCode)))
                .map(saved -> Stored.created(saved, saved));
    }
}
