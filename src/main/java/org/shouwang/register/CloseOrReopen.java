package org.shouwang.register;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.ChildActs.Asked;
import org.shouwang.register.ClosingRules.Opened;
import org.shouwang.staff.Posts;

/** Closes a child's file, and opens it again. What that means for tasks is told in the same transaction. */
@Singleton
class CloseOrReopen {

    private final ChildActs acts;
    private final Children children;
    private final HouseholdRepository households;
    private final ChildChecks checks;
    private final Posts posts;
    private final FileListeners listeners;
    private final SealedFields sealed;
    private final Clock clock;

    CloseOrReopen(
            ChildActs acts,
            Children children,
            HouseholdRepository households,
            ChildChecks checks,
            Posts posts,
            FileListeners listeners,
            SealedFields sealed,
            Clock clock) {
        this.acts = acts;
        this.children = children;
        this.households = households;
        this.checks = checks;
        this.posts = posts;
        this.listeners = listeners;
        this.sealed = sealed;
        this.clock = clock;
    }

    Uni<Result<Stored<ChildView>>> close(UUID childId, ChildAct.Close act, Caller caller) {
        return caller.with(Right.FILE_CLOSE)
                .then(able -> acts.once(new Asked(childId, null, act), caller, (child, parts) -> caller.acting(
                                Right.FILE_CLOSE, child.areaCode)
                        .flatMap(post -> ClosingRules.close(child, act, LocalDays.today(clock))
                                .map(file -> post))
                        .thenDo(post -> closed(child, act, caller, post))));
    }

    private Uni<Post> closed(Child child, ChildAct.Close act, Caller caller, Post post) {
        ClosingRules.closed(child, act);
        return listeners
                .tell(FileChange.of(FileChange.Kind.CLOSED, child, act.id()), caller, post)
                .replaceWith(post);
    }

    /** Whoever is responsible in the village today has it again. Refused with 409 where the person has another active file. */
    Uni<Result<Stored<ChildView>>> reopen(UUID childId, ChildAct.Reopen act, Caller caller) {
        return caller.with(Right.CHILD_WRITE)
                .then(able -> Races.again(() -> director(childId)
                        .chain(director -> acts.once(
                                new Asked(childId, null, act),
                                caller,
                                (child, parts) -> reopen(child, parts, act, director, caller)))));
    }

    private Uni<Result<Post>> reopen(
            Child child, ChildParts parts, ChildAct.Reopen act, Optional<UUID> director, Caller caller) {
        return caller.acting(Right.CHILD_WRITE, child.areaCode).then(post -> homeless(child)
                .chain(homeless -> ClosingRules.reopen(child, parts, homeless, LocalDays.today(clock))
                        .then(status -> checks.collisions(StoredFile.form(child, parts, sealed))
                                .map(found -> found.refuse(status, caller)))
                        .chain(open -> open.map(status -> new Opened(status, homeless, director))
                                .thenDo(as -> reopened(child, act, as, caller, post)))));
    }

    /** The household may have gone to another village while the file was closed. */
    private Uni<Boolean> homeless(Child child) {
        UUID home = child.householdId;
        return home == null
                ? Uni.createFrom().item(false)
                : households.kept(home).map(found -> found != null && !found.areaCode.equals(child.areaCode));
    }

    private Uni<Post> reopened(Child child, ChildAct.Reopen act, Opened as, Caller caller, Post post) {
        ClosingRules.reopened(child, as);
        return listeners
                .tell(FileChange.of(FileChange.Kind.REOPENED, child, act.id()), caller, post)
                .replaceWith(post);
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
