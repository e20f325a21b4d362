package org.shouwang.register.child;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.SealedFields;
import org.shouwang.register.child.ChildActs.Asked;
import org.shouwang.register.child.ClosingRules.Opened;
import org.shouwang.register.child.ClosingRules.Since;
import org.shouwang.register.household.Households;
import org.shouwang.staff.Posts;

/** Closes a child's file, and opens it again. What that means for tasks is told in the same transaction. */
@Singleton
class CloseOrReopen {

    private final ChildActs acts;
    private final Children children;
    private final Households households;
    private final ChildChecks checks;
    private final Posts posts;
    private final FileSince fileSince;
    private final FileListeners listeners;
    private final SealedFields sealed;
    private final Clock clock;

    CloseOrReopen(
            ChildActs acts,
            Children children,
            Households households,
            ChildChecks checks,
            Posts posts,
            FileSince fileSince,
            FileListeners listeners,
            SealedFields sealed,
            Clock clock) {
        this.acts = acts;
        this.children = children;
        this.households = households;
        this.checks = checks;
        this.posts = posts;
        this.fileSince = fileSince;
        this.listeners = listeners;
        this.sealed = sealed;
        this.clock = clock;
    }

    Uni<Result<Stored<ChildView>>> close(UUID childId, ChildAct.Close act, Caller caller) {
        return close(childId, act, caller, child -> nothing());
    }

    /** The same of a closing that was decided offline. Refused with 409 where others did something since that speaks against it. */
    Uni<Result<Stored<ChildView>>> closeLate(Operation operation, ChildAct.Close act, Caller caller) {
        return close(operation.record(), act, caller, child -> fileSince.of(child, operation, caller.workerId()));
    }

    private static Uni<Since> nothing() {
        return Uni.createFrom().item(Since.NOTHING);
    }

    private Uni<Result<Stored<ChildView>>> close(
            UUID childId, ChildAct.Close act, Caller caller, Function<Child, Uni<Since>> since) {
        return caller.with(Right.FILE_CLOSE)
                .then(able -> acts.once(
                        new Asked(childId, null, act),
                        caller,
                        (child, parts) -> caller.acting(Right.FILE_CLOSE, child.areaCode)
                                .then(post -> since.apply(child).map(then -> ClosingRules.known(child, act.kind(), then)
                                        .flatMap(file -> ClosingRules.close(file, act, LocalDays.today(clock)))
                                        .map(file -> closed(child, act, post)))),
                        (child, post) ->
                                listeners.tell(FileChange.of(FileChange.Kind.CLOSED, child, act.id()), caller, post)));
    }

    private static Post closed(Child child, ChildAct.Close act, Post post) {
        ClosingRules.closed(child, act);
        return post;
    }

    /** Whoever is responsible in the village today has it again. Refused with 409 where the person has another active file. */
    Uni<Result<Stored<ChildView>>> reopen(UUID childId, ChildAct.Reopen act, Caller caller) {
        return reopen(childId, act, caller, child -> nothing());
    }

    /** The same of a reopening that was decided offline, refused like a closing. */
    Uni<Result<Stored<ChildView>>> reopenLate(Operation operation, ChildAct.Reopen act, Caller caller) {
        return reopen(operation.record(), act, caller, child -> fileSince.of(child, operation, caller.workerId()));
    }

    private Uni<Result<Stored<ChildView>>> reopen(
            UUID childId, ChildAct.Reopen act, Caller caller, Function<Child, Uni<Since>> since) {
        return caller.with(Right.CHILD_WRITE)
                .then(able -> Races.again(() -> director(childId)
                        .chain(director -> acts.once(
                                new Asked(childId, null, act),
                                caller,
                                (child, parts) -> caller.acting(Right.CHILD_WRITE, child.areaCode)
                                        .then(post -> since.apply(child)
                                                .map(then -> ClosingRules.known(child, act.kind(), then))
                                                .chain(known -> known.then(
                                                        file -> reopen(file, parts, director, caller, post)))),
                                (child, post) -> listeners.tell(
                                        FileChange.of(FileChange.Kind.REOPENED, child, act.id()), caller, post)))));
    }

    private Uni<Result<Post>> reopen(Child child, ChildParts parts, Optional<UUID> director, Caller caller, Post post) {
        return homeless(child).chain(homeless -> ClosingRules.reopen(child, parts, homeless, LocalDays.today(clock))
                .then(status -> checks.collisions(StoredFile.form(child, parts, sealed))
                        .map(found -> found.refuse(status, caller)))
                .map(open -> open.map(status -> reopened(child, new Opened(status, homeless, director), post))));
    }

    /** The household may have gone to another village while the file was closed. */
    private Uni<Boolean> homeless(Child child) {
        UUID home = child.householdId;
        return home == null
                ? Uni.createFrom().item(false)
                : households.village(home).map(found -> found.stream().anyMatch(at -> !at.equals(child.areaCode)));
    }

    private static Post reopened(Child child, Opened as, Post post) {
        ClosingRules.reopened(child, as);
        return post;
    }

    /** Read before the transaction takes its connection. */
    private Uni<Optional<UUID>> director(UUID childId) {
        return children.home(childId)
                .chain(home -> home.map(village -> posts.at(village, Set.of(RoleCode.CHILDREN_DIRECTOR))
                                .map(found -> found.stream().findFirst().map(holder -> holder.post()
                                        .appointmentId())))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }
}
