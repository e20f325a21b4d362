package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
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
import org.shouwang.platform.record.Stored;
import org.shouwang.register.Findings;
import org.shouwang.register.SealedFields;

/** Claims a category for a child, once; repeating it answers the file as it is now. */
@Singleton
class ClaimCategory {

    private final ChildRepository children;
    private final ChildPartsRepository parts;
    private final SealedFields sealed;
    private final Trail trail;
    private final Clock clock;

    ClaimCategory(ChildRepository children, ChildPartsRepository parts, SealedFields sealed, Trail trail, Clock clock) {
        this.children = children;
        this.parts = parts;
        this.sealed = sealed;
        this.trail = trail;
        this.clock = clock;
    }

    /** Refused with 403 for a category of class R that the post does not reach, with 409 for a closed file. */
    Uni<Result<Stored<ChildView>>> claim(UUID childId, ChildForm.Category claim, Caller caller) {
        return caller.with(Right.CATEGORY_CLAIM)
                .then(able -> Races.again(() -> Panache.withTransaction(() -> children.locked(childId)
                        .chain(child -> child == null
                                ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                                : of(child).chain(of -> found(claim.id())
                                        .chain(found -> found == null
                                                ? claimed(child, of, claim, caller)
                                                : Uni.createFrom()
                                                        .item(repeated(child, of, found, claim, caller))))))));
    }

    private Uni<ChildParts> of(Child child) {
        return parts.ofChildren(List.of(child.id)).map(of -> Objects.requireNonNull(of.get(child.id)));
    }

    private static Uni<@Nullable ChildCategory> found(UUID id) {
        return Panache.getSession().chain(session -> session.find(ChildCategory.class, id));
    }

    private Result<Stored<ChildView>> repeated(
            Child child, ChildParts of, ChildCategory found, ChildForm.Category claim, Caller caller) {
        return caller.acting(Right.CATEGORY_CLAIM, child.areaCode)
                .flatMap(post -> found.childId.equals(child.id) && found.isWhat(claim)
                        ? Result.ok(Stored.repeated(child, ChildView.of(child, of, caller, sealed)))
                        : Result.refused(Problem.ID_REUSED));
    }

    private Uni<Result<Stored<ChildView>>> claimed(
            Child child, ChildParts of, ChildForm.Category claim, Caller caller) {
        return caller.acting(Right.CATEGORY_CLAIM, child.areaCode)
                .flatMap(post -> RestrictedCategories.reach(claim.categoryCode(), post, Right.CATEGORY_CLAIM)
                        ? Result.ok(post)
                        : Result.refused(Problem.ROLE_FORBIDDEN))
                .flatMap(post -> child.fileStatus == FileStatus.CLOSED || child.fileStatus == FileStatus.TRANSFERRED
                        ? Result.refused(Problem.STATE_CONFLICT)
                        : Result.ok(post))
                .flatMap(post -> check(child, of, claim).map(valid -> post))
                .thenDo(post -> write(child, claim, caller, post));
    }

    private Result<ChildForm.Category> check(Child child, ChildParts of, ChildForm.Category claim) {
        Findings findings = new Findings(LocalDays.today(clock));
        CategoryRules.claim(new CategoryRules.Subject(child.birthDate, child.ruralHukou), claim, "", findings);
        findings.require(!CategoryRules.overlaps(of.categories(), claim), "startDate", "no-overlap");
        return Result.unless(findings.all(), claim);
    }

    private Uni<Stored<ChildView>> write(Child child, ChildForm.Category claim, Caller caller, Post post) {
        child.touch(clock.instant(), caller.workerId());
        Subject subject = new Subject("CHILD", child.id, child.areaCode);
        return Panache.getSession()
                .chain(session ->
                        session.persist(new ChildCategory(child.id, claim)).chain(session::flush))
                .chain(() -> trail.changed(caller, post, "category.claim", subject))
                .chain(() -> of(child))
                .map(of -> Stored.created(child, ChildView.of(child, of, caller, sealed)));
    }
}
