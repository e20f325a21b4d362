package org.shouwang.register;

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

/** A child's file that was begun offline: {@code PUT /children/{id}}. */
@Singleton
class RecordChildOperation implements OperationHandler<ChildForm> {

    private final RecordChild recordChild;

    RecordChildOperation(RecordChild recordChild) {
        this.recordChild = recordChild;
    }

    @Override
    public String type() {
        return "child.register";
    }

    @Override
    public Class<ChildForm> form() {
        return ChildForm.class;
    }

    @Override
    public String schema() {
        return "ChildForm";
    }

    @Override
    public List<String> moments() {
        return List.of("noticeGivenAt");
    }

    @Override
    public boolean makesRecord() {
        return true;
    }

    @Override
    public Collection<UUID> needs(UUID record, ChildForm form) {
        return Stream.ofNullable(form.householdId()).toList();
    }

    @Override
    public Uni<Result<Effect>> apply(Operation operation, ChildForm form, Caller caller) {
        return recordChild
                .record(operation.record(), form, caller)
                .map(result -> result.map(stored -> Effect.of(ChildFeed.KIND, stored)));
    }
}
