package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;

/**
 * Lets visits to a child wait, and ends that. Like the closing of a file it takes the township's word: meanwhile nobody is asked to
 * look after the child.
 */
@Singleton
class PauseVisits {

    private final ChildRepository children;
    private final Trail trail;
    private final Clock clock;

    PauseVisits(ChildRepository children, Trail trail, Clock clock) {
        this.children = children;
        this.trail = trail;
        this.clock = clock;
    }

    /** Once; refused with 409 where the file is closed, with 422 at HIGH and CRITICAL, and where nobody has assessed the child. */
    Uni<Result<Stored<VisitPauseView>>> pause(UUID childId, UUID id, VisitPauseForm form, Caller caller) {
        return onChild(childId, caller, (child, post) -> found(id)
                .chain(found -> found == null
                        ? all(childId)
                                .map(others -> allowed(child, form, others))
                                .chain(able -> able.thenDo(yes -> {
                                    Instant now = clock.instant();
                                    VisitPause made = new VisitPause(
                                            id, childId, form, post.appointmentId(), now, caller.workerId());
                                    return written(made, child, caller, post, "child.pause-visits", true);
                                }))
                        : Uni.createFrom()
                                .item(repeated(
                                        found, childId, RequestHash.of(form).matches(found.requestHash)))));
    }

    /** Visits are due again from today; refused with 409 where it ended before. */
    Uni<Result<Stored<VisitPauseView>>> end(UUID childId, UUID id, VisitPauseForm.End act, Caller caller) {
        return onChild(childId, caller, (child, post) -> found(id).chain(found -> {
            if (found == null || !found.childId.equals(childId)) {
                return Uni.createFrom().item(Result.refused(Problem.NOT_FOUND));
            }
            if (act.id().equals(found.endId)) {
                return Uni.createFrom().item(repeated(found, childId, true));
            }
            if (found.endedOn != null || found.untilDate.isBefore(LocalDays.today(clock))) {
                return Uni.createFrom().item(Result.refused(Problem.STATE_CONFLICT));
            }
            found.end(act.id(), clock.instant(), caller.workerId());
            return written(found, child, caller, post, "child.resume-visits", false)
                    .map(Result::ok);
        }));
    }

    private interface Work {
        Uni<Result<Stored<VisitPauseView>>> on(Child child, Post post);
    }

    private Uni<Result<Stored<VisitPauseView>>> onChild(UUID childId, Caller caller, Work work) {
        return caller.with(Right.FILE_CLOSE)
                .then(able -> Races.again(() -> Panache.withTransaction(() -> children.locked(childId)
                        .chain(child -> child == null
                                ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                                : able.acting(Right.FILE_CLOSE, child.areaCode).then(post -> work.on(child, post))))));
    }

    private Result<VisitPauseForm> allowed(Child child, VisitPauseForm form, List<VisitPause> others) {
        return child.fileStatus.isOpen()
                ? Result.unless(
                        PauseRules.check(form, Child.careful(child.riskLevel), others, LocalDays.today(clock)), form)
                : Result.refused(Problem.STATE_CONFLICT);
    }

    private static Result<Stored<VisitPauseView>> repeated(VisitPause found, UUID childId, boolean same) {
        if (!found.childId.equals(childId) || !same) {
            return Result.refused(Problem.ID_REUSED);
        }
        return Result.ok(new Stored<>(found.id, found.version, false, VisitPauseView.of(found)));
    }

    private Uni<Stored<VisitPauseView>> written(
            VisitPause pause, Child child, Caller caller, Post post, String action, boolean created) {
        return Panache.getSession()
                .chain(session -> session.persist(pause).chain(session::flush))
                .chain(() -> trail.changed(caller, post, action, new Subject("CHILD", child.id, child.areaCode)))
                .map(done -> new Stored<>(pause.id, pause.version, created, VisitPauseView.of(pause)));
    }

    private static Uni<@Nullable VisitPause> found(UUID id) {
        return Panache.getSession().chain(session -> session.find(VisitPause.class, id));
    }

    private static Uni<List<VisitPause>> all(UUID childId) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from VisitPause where childId = :child", VisitPause.class)
                .setParameter("child", childId)
                .getResultList());
    }
}
