package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ChangeFeed;

/** Tasks in the change feed: the open ones, and those that ended lately. */
@Singleton
class TaskFeed implements ChangeFeed {

    private final TaskRows tasks;
    private final Clock clock;

    TaskFeed(TaskRows tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return TaskNotices.TASK;
    }

    @Override
    public String schema() {
        return "Task";
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.TASK_READ);
    }

    @Override
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return tasks.byIds(ids).map(found -> found.stream()
                .filter(task -> task.isVisibleTo(caller) && task.isKeptOnPhones(clock))
                .map(task -> task.shownTo(caller))
                .collect(Collectors.toMap(TaskView::id, task -> task)));
    }

    /** Whoever held a task has it in the own scope for ever, also where the post is over. */
    @Override
    public Uni<Set<UUID>> held(Set<UUID> ids, Caller caller) {
        return tasks.places(ids).map(found -> found.stream()
                .filter(task -> task.isVisibleTo(caller))
                .map(TaskPlace::id)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
