package org.shouwang.register.move;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.shouwang.platform.operation.FormId;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;

/** What phones do to moves offline: either side asks and answers, the coordinator decides about proposals. */
@Singleton
class MoveOperations {

    private final AnswerMoveLate answerMove;

    MoveOperations(AnswerMoveLate answerMove) {
        this.answerMove = answerMove;
    }

    @Produces
    @Singleton
    OperationHandler<MoveForm> request(RequestMove requestMove) {
        return OperationType.making(
                        "move.request",
                        MoveFeed.KIND,
                        MoveForm.class,
                        (operation, form, caller) -> requestMove.request(operation.record(), form, caller))
                .needing(MoveForm::childIds);
    }

    @Produces
    @Singleton
    OperationHandler<MoveAction.Accept> accept() {
        return answer("move.accept", MoveAction.Accept.class);
    }

    @Produces
    @Singleton
    OperationHandler<MoveAction.Return> sendBack() {
        return answer("move.return", MoveAction.Return.class);
    }

    @Produces
    @Singleton
    OperationHandler<MoveAction.Cancel> cancel() {
        return answer("move.cancel", MoveAction.Cancel.class);
    }

    @Produces
    @Singleton
    OperationHandler<MoveAction.Request> requestProposed() {
        return answer("move.request-proposed", MoveAction.Request.class);
    }

    @Produces
    @Singleton
    OperationHandler<MoveAction.Dismiss> dismiss() {
        return answer("move.dismiss", MoveAction.Dismiss.class);
    }

    private <A extends MoveAction> OperationHandler<A> answer(String type, Class<A> action) {
        return OperationType.doing(
                        type, action, (operation, act, caller) -> answerMove.answer(operation.record(), act, caller))
                .with(FormId.OPERATION);
    }
}
