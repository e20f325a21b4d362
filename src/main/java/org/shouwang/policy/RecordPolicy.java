package org.shouwang.policy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.policy.PolicyRows.Recorded;

/** Records a version of an area's policy once; repeating it answers the version as it is now. */
@Singleton
class RecordPolicy {

    static final String SUBJECT = "FOLLOW_UP_POLICY";

    private final Areas areas;
    private final CategoryNames categories;
    private final PolicyRows rows;
    private final Rulebooks rulebooks;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    RecordPolicy(
            Areas areas,
            CategoryNames categories,
            PolicyRows rows,
            Rulebooks rulebooks,
            TrailRows trail,
            Pool pool,
            Clock clock) {
        this.areas = areas;
        this.categories = categories;
        this.rows = rows;
        this.rulebooks = rulebooks;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** What is stored under the id, and whether this request stored it. */
    private record Done(UUID id, int version, boolean created, boolean shown) {}

    Uni<Result<Stored<PolicyVersionView>>> record(UUID id, PolicyForm form, Caller caller) {
        return caller.with(Right.POLICY_WRITE)
                .then(able -> areas.today(List.of(form.areaCode()))
                        .chain(today -> Races.again(() -> once(id, form, today, caller))))
                .chain(done -> done.thenDo(this::shown));
    }

    private Uni<Result<Done>> once(UUID id, PolicyForm form, Map<AreaCode, Areas.Place> today, Caller caller) {
        return pool.withTransaction(transaction -> rows.find(transaction, id)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(repeat(found.get(), form, caller))
                        : make(transaction, id, form, today, caller)));
    }

    private static Result<Done> repeat(Recorded found, PolicyForm form, Caller caller) {
        return Known.decide(
                        caller.may(Right.POLICY_WRITE, found.area()),
                        RequestHash.of(form).matches(found.requestHash().getBytes()),
                        caller.workerId().equals(found.createdBy()))
                .map(known -> new Done(found.id(), found.version(), false, known == Known.REPEATED));
    }

    private Uni<Result<Done>> make(
            SqlClient transaction, UUID id, PolicyForm form, Map<AreaCode, Areas.Place> today, Caller caller) {
        Optional<Areas.Place> place = Optional.ofNullable(today.get(form.areaCode()));
        AreaCode area = place.map(Areas.Place::code).orElse(form.areaCode());
        return caller.acting(Right.POLICY_WRITE, area).then(post -> rows.isTaken(transaction, area, form.validFrom())
                .map(taken -> Result.unless(violations(form, place, taken), post))
                .chain(able -> able.thenDo(free -> rows.insert(transaction, id, area, form, caller.workerId())
                        .chain(() -> trail.changed(
                                transaction,
                                caller.workerId(),
                                post,
                                "policy.record",
                                List.of(new Subject(SUBJECT, id, area))))
                        .replaceWith(new Done(id, 0, true, true)))));
    }

    private List<Violation> violations(PolicyForm form, Optional<Areas.Place> place, boolean taken) {
        List<Violation> found = new ArrayList<>(
                PolicyRules.check(form, LocalDays.today(clock), categories.known(), categories.restricted()));
        if (place.isEmpty()) {
            found.add(Violation.of("areaCode", "area-exists"));
        } else if (place.get().level() == AreaLevel.VILLAGE) {
            found.add(Violation.of("areaCode", "policy-no-village"));
        }
        if (taken) {
            found.add(Violation.of("validFrom", "policy-day-taken"));
        }
        return found;
    }

    private Uni<Stored<PolicyVersionView>> shown(Done done) {
        return rulebooks
                .refresh()
                .map(book -> new Stored<>(
                        done.id(),
                        done.version(),
                        done.created(),
                        done.shown()
                                ? book.policies()
                                        .version(done.id())
                                        .map(PolicyVersionView::of)
                                        .orElse(null)
                                : null));
    }
}
