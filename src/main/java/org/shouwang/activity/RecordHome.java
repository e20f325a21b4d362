package org.shouwang.activity;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
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

/** Registers a children's home once; repeating it answers the home as it is now. */
@Singleton
class RecordHome {

    private final HomeRepository homes;
    private final Trail trail;
    private final Clock clock;

    RecordHome(HomeRepository homes, Trail trail, Clock clock) {
        this.homes = homes;
        this.trail = trail;
        this.clock = clock;
    }

    /** Asks for the code before it looks for the home: what an equal request makes meanwhile is found as the home itself. */
    @WithTransaction
    Uni<Result<Stored<HomeView>>> record(UUID id, HomeForm form, Caller caller) {
        RequestHash request = RequestHash.of(form);
        return caller.with(Right.HOME_WRITE)
                .then(allowed -> homes.isTaken(form.homeCode()).chain(taken -> homes.findById(id)
                        .chain(found -> found == null
                                ? create(id, form, taken, caller)
                                : Uni.createFrom().item(repeat(found, request, caller)))));
    }

    private static Result<Stored<HomeView>> repeat(ChildrensHome found, RequestHash request, Caller caller) {
        return Known.decide(found, request, caller, Right.HOME_READ)
                .map(known -> known == Known.REPEATED
                        ? Stored.repeated(found, HomeView.of(found))
                        : Stored.outOfScope(found));
    }

    private Uni<Result<Stored<HomeView>>> create(UUID id, HomeForm form, boolean taken, Caller caller) {
        return caller.acting(Right.HOME_WRITE, form.areaCode()).then(post -> check(form)
                .map(violations -> Result.unless(violations, post))
                .map(valid -> valid.flatMap(
                        acting -> taken ? Result.<Post>refused(Problem.ALREADY_REGISTERED) : Result.ok(acting)))
                .chain(free -> free.thenDo(acting -> insert(id, form, caller, acting))));
    }

    private Uni<List<Violation>> check(HomeForm form) {
        List<Violation> violations = new ArrayList<>(HomeRules.check(form, LocalDays.today(clock)));
        return Places.village(form.areaCode()).map(more -> {
            violations.addAll(more);
            return violations;
        });
    }

    private Uni<Stored<HomeView>> insert(UUID id, HomeForm form, Caller caller, Post acting) {
        ChildrensHome home = new ChildrensHome(
                new ClientRecord.Birth(id, form.areaCode(), RequestHash.of(form), clock.instant(), caller.workerId()),
                form);
        return homes.persistAndFlush(home)
                .call(() -> trail.changed(caller, acting, "home.record", new Subject("Home", id, home.areaCode)))
                .map(saved -> Stored.created(saved, HomeView.of(saved)));
    }
}
