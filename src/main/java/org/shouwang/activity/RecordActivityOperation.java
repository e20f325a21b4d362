package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.platform.Caller;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.problem.Result;

/** An activity that was recorded offline: {@code PUT /activities/{id}}. */
@Singleton
class RecordActivityOperation implements OperationHandler<ActivityForm> {

    private final RecordActivity recordActivity;

    RecordActivityOperation(RecordActivity recordActivity) {
        this.recordActivity = recordActivity;
    }

    @Override
    public String type() {
        return "activity.record";
    }

    @Override
    public Class<ActivityForm> form() {
        return ActivityForm.class;
    }

    @Override
    public String schema() {
        return "ActivityForm";
    }

    @Override
    public List<String> moments() {
        return List.of("startedAt", "endedAt");
    }

    @Override
    public boolean makesRecord() {
        return true;
    }

    @Override
    public Collection<UUID> needs(UUID record, ActivityForm form) {
        return Stream.concat(Stream.ofNullable(form.homeId()), form.named().stream())
                .toList();
    }

    @Override
    public Uni<Result<Effect>> apply(Operation operation, ActivityForm form, Caller caller) {
        return recordActivity
                .record(operation.record(), form, caller)
                .map(result -> result.map(stored -> Effect.of(ActivityFeed.KIND, stored)));
    }
}
