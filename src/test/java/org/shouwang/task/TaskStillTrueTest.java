package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.notification.StillTrue.Told;
import org.shouwang.task.TaskStillTrue.Held;

class TaskStillTrueTest {

    private static final UUID TOLD = new UUID(0, 1);
    private static final UUID SOMEBODY_ELSE = new UUID(0, 2);

    @ParameterizedTest
    @CsvSource({
        "task-assigned,         ACCEPTED,  told,    true",
        "task-assigned,         NEW,       another, false",
        "task-assigned,         NEW,       nobody,  false",
        "task-assigned,         DONE,      told,    false",
        "task-overdue,          NEW,       told,    true",
        "task-overdue,          NEW,       another, false",
        "task-outlives-file,    NEW,       told,    true",
        "task-outlives-file,    NEW,       another, false",
        "task-returned,         NEW,       nobody,  true",
        "task-returned,         NEW,       another, false",
        "task-overdue-township, NEW,       another, true",
        "task-overdue-township, CANCELLED, another, false"
    })
    void aNoticeHoldsAsLongAsItAsksSomething(String event, TaskStatus status, String holder, boolean holds) {
        UUID assignee =
                switch (holder) {
                    case "told" -> TOLD;
                    case "another" -> SOMEBODY_ELSE;
                    default -> null;
                };

        assertThat(TaskStillTrue.holds(told(event), new Held(status, assignee))).isEqualTo(holds);
    }

    @Test
    void aTaskThatIsGoneAsksNothing() {
        assertThat(TaskStillTrue.holds(told("task-assigned"), null)).isFalse();
    }

    private static Told told(String event) {
        return new Told(new UUID(0, 3), event, new UUID(0, 4), TOLD);
    }
}
