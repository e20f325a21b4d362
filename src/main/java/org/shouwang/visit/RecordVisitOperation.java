package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.platform.Caller;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.problem.Result;

/** A visit that was recorded offline: {@code PUT /visits/{id}}. */
@Singleton
class RecordVisitOperation implements OperationHandler<VisitForm> {

    private final RecordVisit recordVisit;

    RecordVisitOperation(RecordVisit recordVisit) {
        this.recordVisit = recordVisit;
    }

    @Override
    public String type() {
        return "visit.record";
    }

    @Override
    public Class<VisitForm> form() {
        return VisitForm.class;
    }

    @Override
    public String schema() {
        return "VisitForm";
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
    public boolean makesRecord() {
        return true;
    }

    @Override
    public Collection<UUID> needs(UUID record, VisitForm form) {
        return Stream.concat(Stream.of(form.householdId()), form.childIds().stream())
                .toList();
    }

    @Override
    public Uni<Result<Effect>> apply(Operation operation, VisitForm form, Caller caller) {
        return recordVisit
                .record(operation.record(), form, caller)
                .map(result -> result.map(stored -> Effect.of(VisitFeed.KIND, stored)));
    }
}
