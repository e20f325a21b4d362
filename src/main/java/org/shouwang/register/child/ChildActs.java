package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.SealedFields;

/** Does something to a child's file once, in one transaction, with the file held against every other change. */
@Singleton
class ChildActs {

    private final ChildRepository children;
    private final ChildPartsRepository parts;
    private final SealedFields sealed;
    private final Trail trail;
    private final Clock clock;

    ChildActs(ChildRepository children, ChildPartsRepository parts, SealedFields sealed, Trail trail, Clock clock) {
        this.children = children;
        this.parts = parts;
        this.sealed = sealed;
        this.trail = trail;
        this.clock = clock;
    }

    /** Checks everything, then changes the file or its parts, and answers the post under which that was done. */
    interface Work {
        Uni<Result<Post>> on(Child child, ChildParts parts);
    }

    /** What follows in the same transaction, when the file is written as it is to stay. */
    interface Aftermath {
        Uni<Void> of(Child child, Post post);
    }

    /** What is asked for, and of which category if it is about one. */
    record Asked(UUID childId, @Nullable UUID categoryId, ChildAct act) {}

    /** Answers the file afterwards; the same act of the same worker again changes nothing. */
    Uni<Result<Stored<ChildView>>> once(Asked asked, Caller caller, Work work) {
        return once(asked, caller, work, (child, post) -> Uni.createFrom().voidItem());
    }

    /** The same of an act that others must hear of. */
    Uni<Result<Stored<ChildView>>> once(Asked asked, Caller caller, Work work, Aftermath aftermath) {
        return Races.again(() -> Panache.withTransaction(() -> children.locked(asked.childId())
                .chain(child -> child == null
                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                        : entry(asked.act().id())
                                .chain(before -> before == null
                                        ? done(child, asked, caller, work, aftermath)
                                        : repeated(child, before, asked, caller)))));
    }

    private static Uni<@Nullable ChildActEntry> entry(UUID id) {
        return Panache.getSession().chain(session -> session.find(ChildActEntry.class, id));
    }

    private Uni<Result<Stored<ChildView>>> repeated(Child child, ChildActEntry before, Asked asked, Caller caller) {
        boolean visible = caller.may(Right.CHILD_READ, child.areaCode);
        if (!before.repeats(asked.act(), asked.childId(), asked.categoryId(), caller.workerId())) {
            return Uni.createFrom().item(Result.refused(visible ? Problem.ID_REUSED : Problem.NOT_FOUND));
        }
        return visible
                ? view(child, caller).map(Result::ok)
                : Uni.createFrom().item(Result.ok(Stored.outOfScope(child)));
    }

    private Uni<Result<Stored<ChildView>>> done(
            Child child, Asked asked, Caller caller, Work work, Aftermath aftermath) {
        return parts.ofChildren(List.of(child.id))
                .map(of -> Objects.requireNonNull(of.get(child.id)))
                .chain(of -> work.on(child, of))
                .chain(able -> able.thenDo(post -> written(child, asked, caller, post, aftermath)));
    }

    private Uni<Stored<ChildView>> written(Child child, Asked asked, Caller caller, Post post, Aftermath aftermath) {
        Instant now = clock.instant();
        String kind = asked.act().kind().name().toLowerCase(Locale.ROOT);
        String name = (asked.categoryId() == null ? "child." : "category.") + kind;
        child.touch(now, caller.workerId());
        ChildActEntry entry = new ChildActEntry(asked.act(), child.id, asked.categoryId(), now, caller.workerId());
        return Panache.getSession()
                .chain(session -> session.persist(entry).chain(session::flush))
                .chain(() -> aftermath.of(child, post))
                .chain(() -> trail.changed(caller, post, name, new Subject("CHILD", child.id, child.areaCode)))
                .chain(() -> view(child, caller));
    }

    private Uni<Stored<ChildView>> view(Child child, Caller caller) {
        return parts.ofChildren(List.of(child.id))
                .map(of -> ChildView.of(child, Objects.requireNonNull(of.get(child.id)), caller, sealed))
                .map(view -> Stored.repeated(child, view));
    }
}
