package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.child.ChildActs.Asked;

/** Verifies, approves, refuses or ends a category of a child. */
@Singleton
class DecideCategory {

    private static final String ORGANISATION = "select count(*) from organisation where id = :id";

    private final ChildActs acts;
    private final Clock clock;

    DecideCategory(ChildActs acts, Clock clock) {
        this.acts = acts;
        this.clock = clock;
    }

    Uni<Result<Stored<ChildView>>> decide(UUID childId, UUID categoryId, CategoryAct act, Caller caller) {
        return with(act, caller)
                .then(able -> acts.once(
                        new Asked(childId, categoryId, act),
                        caller,
                        (child, parts) -> on(child, parts, categoryId, act, caller)));
    }

    /** Who decides at either end of a category may ask; which of both it takes, its state says. */
    private static Result<Caller> with(CategoryAct act, Caller caller) {
        Result<Caller> first = caller.with(act.kind().right());
        return first instanceof Result.Ok<Caller>
                ? first
                : caller.with(act.kind().onceVerified());
    }

    private Uni<Result<Post>> on(Child child, ChildParts parts, UUID categoryId, CategoryAct act, Caller caller) {
        Optional<ChildCategory> found = parts.categories().stream()
                .filter(category -> category.id.equals(categoryId))
                .findFirst();
        if (found.isEmpty()) {
            return Uni.createFrom().item(Result.refused(Problem.NOT_FOUND));
        }
        return CategoryMoves.decide(child, found.get(), act, caller, LocalDays.today(clock))
                .then(post -> known(act).map(wrong -> Result.unless(wrong, post)))
                .map(able -> able.map(post -> {
                    act.applyTo(found.get());
                    return post;
                }));
    }

    private static Uni<List<Violation>> known(CategoryAct act) {
        UUID organisation = act instanceof CategoryAct.Approve approve ? approve.recognisedOrganisationId() : null;
        return organisation == null
                ? Uni.createFrom().item(List.of())
                : count(organisation)
                        .map(count -> count > 0
                                ? List.of()
                                : List.of(Violation.of("recognisedOrganisationId", "organisation-known")));
    }

    private static Uni<Long> count(UUID organisation) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ORGANISATION, Long.class)
                .setParameter("id", organisation)
                .getSingleResult());
    }
}
