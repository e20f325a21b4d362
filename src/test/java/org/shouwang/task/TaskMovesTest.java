package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.task.TaskAction.Kind;
import org.shouwang.task.TaskMoves.Verdict;

class TaskMovesTest {

    private static final UUID ACTOR = UUID.randomUUID();
    private static final UUID SOMEBODY_ELSE = UUID.randomUUID();
    private static final UUID HOLDER = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private static final Map<Kind, TaskAction> ACTIONS = Map.of(
            Kind.ACCEPT, new TaskAction.Accept(UUID.randomUUID()),
            Kind.COMPLETE, new TaskAction.Complete(UUID.randomUUID(), null, null),
            Kind.RETURN, new TaskAction.Return(UUID.randomUUID(), "调离"),
            Kind.REASSIGN, new TaskAction.Reassign(UUID.randomUUID(), OTHER, "换人"),
            Kind.CANCEL, new TaskAction.Cancel(UUID.randomUUID(), "重复"));

    private static Verdict decide(TaskStatus status, @Nullable UUID assignee, UUID last, Kind kind) {
        return TaskMoves.decide(new TaskState(status, assignee, last), ACTIONS.get(kind), ACTOR);
    }

    /** Columns: what becomes of the action when the last move was the same worker's, and when it was another's. */
    @ParameterizedTest
    @CsvSource({
        "NEW,         ACCEPT,   MOVES,       MOVES",
        "NEW,         COMPLETE, MOVES,       MOVES",
        "NEW,         RETURN,   MOVES,       MOVES",
        "NEW,         REASSIGN, MOVES,       MOVES",
        "NEW,         CANCEL,   MOVES,       MOVES",
        "ACCEPTED,    ACCEPT,   DONE_BEFORE, CONFLICT",
        "ACCEPTED,    COMPLETE, MOVES,       MOVES",
        "ACCEPTED,    RETURN,   MOVES,       MOVES",
        "ACCEPTED,    REASSIGN, MOVES,       MOVES",
        "ACCEPTED,    CANCEL,   MOVES,       MOVES",
        "IN_PROGRESS, ACCEPT,   DONE_BEFORE, CONFLICT",
        "IN_PROGRESS, COMPLETE, MOVES,       MOVES",
        "IN_PROGRESS, RETURN,   MOVES,       MOVES",
        "IN_PROGRESS, REASSIGN, MOVES,       MOVES",
        "IN_PROGRESS, CANCEL,   MOVES,       MOVES",
        "DONE,        ACCEPT,   CONFLICT,    CONFLICT",
        "DONE,        COMPLETE, DONE_BEFORE, CONFLICT",
        "DONE,        RETURN,   CONFLICT,    CONFLICT",
        "DONE,        REASSIGN, CONFLICT,    CONFLICT",
        "DONE,        CANCEL,   CONFLICT,    CONFLICT",
        "CONFIRMED,   ACCEPT,   CONFLICT,    CONFLICT",
        "CONFIRMED,   COMPLETE, CONFLICT,    CONFLICT",
        "CONFIRMED,   RETURN,   CONFLICT,    CONFLICT",
        "CONFIRMED,   REASSIGN, CONFLICT,    CONFLICT",
        "CONFIRMED,   CANCEL,   CONFLICT,    CONFLICT",
        "CANCELLED,   ACCEPT,   CONFLICT,    CONFLICT",
        "CANCELLED,   COMPLETE, CONFLICT,    CONFLICT",
        "CANCELLED,   RETURN,   CONFLICT,    CONFLICT",
        "CANCELLED,   REASSIGN, CONFLICT,    CONFLICT",
        "CANCELLED,   CANCEL,   DONE_BEFORE, CONFLICT"
    })
    void aTaskThatSomebodyHolds(TaskStatus status, Kind kind, Verdict ofTheSame, Verdict ofAnother) {
        assertThat(decide(status, HOLDER, ACTOR, kind)).isEqualTo(ofTheSame);
        assertThat(decide(status, HOLDER, SOMEBODY_ELSE, kind)).isEqualTo(ofAnother);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPT,   CONFLICT,    CONFLICT",
        "COMPLETE, CONFLICT,    CONFLICT",
        "RETURN,   DONE_BEFORE, CONFLICT",
        "REASSIGN, MOVES,       MOVES",
        "CANCEL,   MOVES,       MOVES"
    })
    void aReturnedTask(Kind kind, Verdict ofTheSame, Verdict ofAnother) {
        assertThat(decide(TaskStatus.NEW, null, ACTOR, kind)).isEqualTo(ofTheSame);
        assertThat(decide(TaskStatus.NEW, null, SOMEBODY_ELSE, kind)).isEqualTo(ofAnother);
    }

    @ParameterizedTest
    @CsvSource({"NEW, DONE_BEFORE, CONFLICT", "ACCEPTED, DONE_BEFORE, CONFLICT", "DONE, CONFLICT, CONFLICT"})
    void reassigningToWhoHoldsItAlready(TaskStatus status, Verdict ofTheSame, Verdict ofAnother) {
        assertThat(decide(status, OTHER, ACTOR, Kind.REASSIGN)).isEqualTo(ofTheSame);
        assertThat(decide(status, OTHER, SOMEBODY_ELSE, Kind.REASSIGN)).isEqualTo(ofAnother);
    }
}
