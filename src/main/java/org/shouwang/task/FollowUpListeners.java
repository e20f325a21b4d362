package org.shouwang.task;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/** Whoever must hear what became of a follow-up. */
@Singleton
class FollowUpListeners {

    private final List<FollowUpListener> listeners;

    FollowUpListeners(@All List<FollowUpListener> listeners) {
        this.listeners = listeners;
    }

    /** @param over tasks of any type that are done or cancelled now */
    Uni<Void> ended(Collection<Task> over, Caller caller, Post acting) {
        return tell(ids(over, task -> task.taskType.isRestricted()), (to, ids) -> to.ended(ids, caller, acting));
    }

    /** @param open tasks of any type that were done and are open again */
    Uni<Void> reopened(Collection<Task> open, Caller caller, Post acting) {
        return tell(ids(open, task -> task.owner().isPresent()), (to, ids) -> to.reopened(ids, caller, acting));
    }

    private static List<UUID> ids(Collection<Task> tasks, Predicate<Task> concerned) {
        return tasks.stream().filter(concerned).map(task -> task.id).toList();
    }

    private Uni<Void> tell(List<UUID> ids, BiFunction<FollowUpListener, List<UUID>, Uni<Void>> word) {
        Uni<Void> told = Uni.createFrom().voidItem();
        if (!ids.isEmpty()) {
            for (FollowUpListener listener : listeners) {
                told = told.chain(() -> word.apply(listener, ids));
            }
        }
        return told;
    }
}
