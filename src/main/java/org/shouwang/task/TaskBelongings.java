package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.audit.Subject;
import org.shouwang.staff.handover.Belongings;
import org.shouwang.staff.handover.Succession;

/** The open tasks of a post: whoever follows holds them as new ones, and is told once of all. */
@Singleton
class TaskBelongings implements Belongings {

    private final HandedOverTasks handedOver;
    private final TaskRepository tasks;
    private final Notifications notifications;

    TaskBelongings(HandedOverTasks handedOver, TaskRepository tasks, Notifications notifications) {
        this.handedOver = handedOver;
        this.tasks = tasks;
        this.notifications = notifications;
    }

    @Override
    public String kind() {
        return TaskNotices.TASK;
    }

    @Override
    public Uni<List<UUID>> open(UUID appointmentId) {
        return handedOver.open(appointmentId);
    }

    @Override
    public Uni<List<Subject>> move(Succession succession) {
        return handedOver
                .move(succession)
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : tasks.byIds(ids)
                                .call(moved -> handedOver.beginLadders(moved, succession.at()))
                                .call(() -> notifications.withdraw(TaskNotices.TASK, ids))
                                .call(moved -> notifications.tell(TaskNotices.handedOver(moved, succession)))
                                .map(moved -> moved.stream()
                                        .map(task -> new Subject(TaskNotices.TASK, task.id, task.areaCode))
                                        .toList()));
    }
}
