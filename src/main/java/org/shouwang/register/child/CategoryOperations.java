package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.operation.FormId;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** What phones do to children's categories offline. What comes of it stands in the child's file. */
@Singleton
class CategoryOperations {

    private final DecideCategory decideCategory;

    CategoryOperations(DecideCategory decideCategory) {
        this.decideCategory = decideCategory;
    }

    /** A category that somebody claims, with the child of whom it is claimed. */
    @Schema(name = "CategoryClaimOffline")
    record Claim(
            @NotNull UUID childId,
            @NotNull CategoryCode categoryCode,
            @NotNull LocalDate startDate,
            @Size(max = 100) @Nullable String otherText) {

        ChildForm.Category of(UUID id) {
            return new ChildForm.Category(id, categoryCode, startDate, otherText);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    @Produces
    @Singleton
    OperationHandler<Claim> claim(ClaimCategory claimCategory) {
        return OperationType.making(
                        "category.claim",
                        ChildFeed.KIND,
                        Claim.class,
                        (operation, form, caller) ->
                                claimCategory.claim(form.childId(), form.of(operation.record()), caller))
                .needing(form -> List.of(form.childId()));
    }

    @Produces
    @Singleton
    OperationHandler<CategoryAct.Verify> verify() {
        return decision("category.verify", CategoryAct.Verify.class);
    }

    @Produces
    @Singleton
    OperationHandler<CategoryAct.Reject> reject() {
        return decision("category.reject", CategoryAct.Reject.class);
    }

    @Produces
    @Singleton
    OperationHandler<CategoryAct.End> end() {
        return decision("category.end", CategoryAct.End.class);
    }

    private <A extends CategoryAct> OperationHandler<A> decision(String type, Class<A> decision) {
        return OperationType.doing(
                        type, ChildFeed.KIND, decision, (operation, act, caller) -> category(operation.record())
                                .chain(found -> found == null
                                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                                        : decideCategory.decide(found.childId, found.id, act, caller)))
                .with(FormId.OPERATION);
    }

    private static Uni<@Nullable ChildCategory> category(UUID id) {
        return Panache.getSession().chain(session -> session.find(ChildCategory.class, id));
    }
}
