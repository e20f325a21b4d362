package org.shouwang.task;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** The codes of tasks. */
@Singleton
class TaskCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(TaskType.class, TaskStatus.class, TaskOrigin.class, TaskPriority.class, SubjectType.class);
    }
}
