package org.shouwang.register;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.problem.Result;

/** A household that was recorded offline: {@code PUT /households/{id}}. */
@Singleton
class RecordHouseholdOperation implements OperationHandler<HouseholdForm> {

    private final RecordHousehold recordHousehold;

    RecordHouseholdOperation(RecordHousehold recordHousehold) {
        this.recordHousehold = recordHousehold;
    }

    @Override
    public String type() {
        return "household.register";
    }

    @Override
    public Class<HouseholdForm> form() {
        return HouseholdForm.class;
    }

    @Override
    public String schema() {
        return "HouseholdForm";
    }

    @Override
    public boolean makesRecord() {
        return true;
    }

    @Override
    public Collection<UUID> needs(UUID record, HouseholdForm form) {
        return List.of();
    }

    @Override
    public Uni<Result<Effect>> apply(Operation operation, HouseholdForm form, Caller caller) {
        return recordHousehold
                .record(operation.record(), form, caller)
                .map(result -> result.map(stored -> Effect.of(HouseholdFeed.KIND, stored)));
    }
}
