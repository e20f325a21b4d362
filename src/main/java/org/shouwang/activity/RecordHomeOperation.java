package org.shouwang.activity;

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

/** A children's home that was recorded offline: {@code PUT /homes/{id}}. */
@Singleton
class RecordHomeOperation implements OperationHandler<HomeForm> {

    private final RecordHome recordHome;

    RecordHomeOperation(RecordHome recordHome) {
        this.recordHome = recordHome;
    }

    @Override
    public String type() {
        return "home.record";
    }

    @Override
    public Class<HomeForm> form() {
        return HomeForm.class;
    }

    @Override
    public String schema() {
        return "HomeForm";
    }

    @Override
    public boolean makesRecord() {
        return true;
    }

    @Override
    public Collection<UUID> needs(UUID record, HomeForm form) {
        return List.of();
    }

    @Override
    public Uni<Result<Effect>> apply(Operation operation, HomeForm form, Caller caller) {
        return recordHome
                .record(operation.record(), form, caller)
                .map(result -> result.map(stored -> Effect.of(HomeFeed.KIND, stored)));
    }
}
