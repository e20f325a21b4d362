package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.staff.RolePosts;

class LateMoveTest {

    private static final Instant DONE = Instant.parse("2026-07-01T02:00:00Z");
    private static final AreaCode VILLAGE = AreaCode.of("610304101200");
    private static final UUID HOLDER = UUID.randomUUID();

    private static final TaskAction CANCEL = new TaskAction.Cancel(UUID.randomUUID(), "重复");
    private static final TaskAction REASSIGN = new TaskAction.Reassign(UUID.randomUUID(), UUID.randomUUID(), "换人");

    private static Task task() {
        TaskForm form = new TaskForm(
                UUID.randomUUID(),
                "入户走访",
                TaskType.VISIT,
                SubjectType.CHILD,
                UUID.randomUUID(),
                null,
                HOLDER,
                null,
                TaskPriority.NORMAL,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 7, 4),
                null,
                null,
                null);
        Birth birth = new Birth(form.id(), VILLAGE, RequestHash.of(form), DONE, UUID.randomUUID());
        return new Task(birth, form, UUID.randomUUID());
    }

    private static Result<Optional<Post>> decide(Task task, TaskAction action, LateMove.Since since) {
        Post post = RolePosts.post(RoleCode.TOWNSHIP_COORDINATOR, AreaRanges.of(VILLAGE.value(), VILLAGE.value() + 1));
        Caller coordinator = new Caller(UUID.randomUUID(), 1, List.of(post), null);
        return LateMove.decide(task, action, coordinator, DONE, since);
    }

    /** Columns: given to somebody since; opened again, or a new concern, since; whether it is cancelled, and reassigned. */
    @ParameterizedTest
    @CsvSource({"false, false, true, true", "true, false, false, false", "false, true, false, true"})
    void nobodyTakesBackWhatOthersHaveAskedForSince(
            boolean passedOn, boolean neededAgain, boolean cancelled, boolean reassigned) {
        LateMove.Since since = new LateMove.Since(null, passedOn, neededAgain);

        assertThat(decide(task(), CANCEL, since) instanceof Result.Ok<?>).isEqualTo(cancelled);
        assertThat(decide(task(), REASSIGN, since) instanceof Result.Ok<?>).isEqualTo(reassigned);
    }

    @Test
    void whereNothingIsLeftToDoNothingIsRefused() {
        Task task = task();
        task.status = TaskStatus.DONE;

        Result<Optional<Post>> result = decide(task, CANCEL, new LateMove.Since(null, true, true));

        assertThat(result).isEqualTo(Result.ok(Optional.empty()));
    }
}
