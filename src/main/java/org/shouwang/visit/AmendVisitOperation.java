package org.shouwang.visit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;

/**
 * A visit that its author corrected offline: {@code PATCH /visits/{id}}. Nobody else amends it, so the newest version is the
 * right base.
 */
@Singleton
class AmendVisitOperation implements OperationHandler<ObjectNode> {

    private final VisitRepository visits;
    private final AmendVisit amendVisit;

    AmendVisitOperation(VisitRepository visits, AmendVisit amendVisit) {
        this.visits = visits;
        this.amendVisit = amendVisit;
    }

    @Override
    public String type() {
        return "visit.amend";
    }

    @Override
    public Class<ObjectNode> form() {
        return ObjectNode.class;
    }

    @Override
    public String schema() {
        return "VisitAmendment";
    }

    @Override
    public List<String> moments() {
        return List.of("startedAt", "endedAt");
    }

    @Override
    public Optional<String> uncertainty() {
        return Optional.of("timeUncertain");
    }

    @Override
    public Collection<UUID> needs(UUID record, ObjectNode form) {
        return List.of(record);
    }

    @Override
    public Uni<Result<Effect>> apply(Operation operation, ObjectNode form, Caller caller) {
        UUID id = operation.record();
        return visits.locked(id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                        : amendVisit
                                .amend(
                                        id,
                                        Result.ok(new BaseVersion(found.get().visit().version)),
                                        form,
                                        caller,
                                        operation.doneAt())
                                .map(result -> result.map(view -> Effect.of(VisitFeed.KIND, id, view))));
    }
}
