package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.visit.RecordedVisit;
import org.shouwang.visit.VisitListener;

/** Settles what a visit was asked for, in the visit's own transaction. */
@Singleton
class SettleTasks implements VisitListener {

    private final TaskRepository tasks;
    private final Clock clock;

    SettleTasks(TaskRepository tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public Uni<Void> recorded(RecordedVisit visit, Caller caller, Post acting) {
        Set<UUID> subjects = Settling.subjects(visit);
        if (subjects.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tasks.settle(subjects, visit.id(), visit.startedAt(), clock.instant(), caller.workerId())
                .replaceWithVoid();
    }
}
