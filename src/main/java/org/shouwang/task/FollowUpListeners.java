package org.shouwang.task;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/** Whoever must hear that a follow-up has ended. */
@Singleton
class FollowUpListeners {

    private final List<FollowUpListener> listeners;

    FollowUpListeners(@All List<FollowUpListener> listeners) {
        this.listeners = listeners;
    }

    /** @param over tasks of any type that are done or cancelled now */
    Uni<Void> ended(Collection<Task> over, Caller caller, Post acting) {
        List<UUID> followed = over.stream()
                .filter(task -> task.taskType.isRestricted())
                .map(task -> task.id)
                .toList();
        Uni<Void> told = Uni.createFrom().voidItem();
        if (!followed.isEmpty()) {
            for (FollowUpListener listener : listeners) {
                told = told.chain(() -> listener.ended(followed, caller, acting));
            }
        }
        return told;
    }
}
