package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;
import org.shouwang.platform.problem.Result;

/** What was read on a phone offline. A notice that is not kept any more needs no mark, and is nobody's to settle. */
@Singleton
class InboxOperations {

    private final MarkRead markRead;

    InboxOperations(MarkRead markRead) {
        this.markRead = markRead;
    }

    @Schema(name = "NotificationRead")
    record Form() {}

    @Produces
    @Singleton
    OperationHandler<Form> read() {
        return OperationType.doing(
                "notification.read",
                Form.class,
                (operation, form, caller) ->
                        marked(operation, markRead.one(caller, operation.record(), operation.doneAt())));
    }

    @Produces
    @Singleton
    OperationHandler<Form> readUpTo() {
        return OperationType.doing(
                "notification.read-up-to",
                Form.class,
                (operation, form, caller) ->
                        marked(operation, markRead.upTo(caller, operation.record(), operation.doneAt())));
    }

    private static Uni<Result<Effect>> marked(Operation operation, Uni<Optional<MarkRead.Read>> read) {
        return read.map(found -> found.map(row -> Effect.of(NotificationFeed.KIND, operation.record(), row.version()))
                        .orElseGet(() -> Effect.gone(NotificationFeed.KIND, operation.record())))
                .map(Result::ok);
    }
}
