package org.shouwang.register.move;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.problem.Result;

/** A move that was asked for offline: {@code PUT /moves/{id}}. */
@Singleton
class RequestMoveOperation implements OperationHandler<MoveForm> {

    private final RequestMove requestMove;

    RequestMoveOperation(RequestMove requestMove) {
        this.requestMove = requestMove;
    }

    @Override
    public String type() {
        return "move.request";
    }

    @Override
    public Class<MoveForm> form() {
        return MoveForm.class;
    }

    @Override
    public String schema() {
        return "MoveRequest";
    }

    @Override
    public boolean makesRecord() {
        return true;
    }

    @Override
    public Collection<UUID> needs(UUID record, MoveForm form) {
        return form.childIds();
    }

    @Override
    public Uni<Result<Effect>> apply(Operation operation, MoveForm form, Caller caller) {
        return requestMove
                .request(operation.record(), form, caller)
                .map(result -> result.map(stored -> Effect.of("move", stored)));
    }
}
