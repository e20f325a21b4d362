package org.shouwang.task;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.policy.FollowUpPolicies;
import org.shouwang.task.plan.LevelsThen;
import org.shouwang.visit.RecordedVisit;

/**
 * The tasks that a campaign (专项行动) asks for, for the room that runs it. Runs in the session of its work. Nobody is told of one
 * task alone: whoever runs the campaign tells each worker once.
 */
@Singleton
public class CampaignTasks {

    private final TaskRepository tasks;
    private final FollowUpPolicies policies;
    private final LevelsThen levels;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    CampaignTasks(
            TaskRepository tasks,
            FollowUpPolicies policies,
            LevelsThen levels,
            Notifications notifications,
            Trail trail,
            Clock clock) {
        this.tasks = tasks;
        this.policies = policies;
        this.levels = levels;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a campaign asks of everybody.
     *
     * @param title names no child
     * @param organiser post in whose name it is asked
     * @param worker who held that post then
     */
    public record Order(
            UUID campaignId,
            TaskType type,
            String title,
            TaskPriority priority,
            LocalDate startOn,
            UUID organiser,
            UUID worker) {}

    /**
     * For whom it is asked.
     *
     * @param subjectType child or household
     * @param holder post that gets it, null where nobody is there
     */
    public record Wish(
            SubjectType subjectType,
            UUID subjectId,
            AreaCode area,
            @Nullable UUID holder,
            LocalDate dueOn) {}

    /** Why tasks end undone, and in whose name. */
    public record Cancelling(String reason, UUID worker) {}

    /**
     * Makes the tasks. What one of the visits has met already is done by it.
     *
     * @param visits since the first day of the campaign, of whom is asked for
     */
    public Uni<Void> make(Order order, List<Wish> wishes, List<RecordedVisit> visits) {
        return wishes.isEmpty()
                ? Uni.createFrom().voidItem()
                : asOfTheirDays(visits).chain(judged -> made(order, wishes, judged));
    }

    private Uni<List<RecordedVisit>> asOfTheirDays(List<RecordedVisit> visits) {
        return Multi.createFrom()
                .iterable(visits)
                .onItem()
                .transformToUniAndConcatenate(
                        visit -> levels.followedClosely(Settling.judgedByTheDay(visit), visit.startedAt())
                                .map(closely -> Settling.asOfTheDay(visit, closely)))
                .collect()
                .asList();
    }

    private Uni<Void> made(Order order, List<Wish> wishes, List<RecordedVisit> visits) {
        Instant now = clock.instant();
        List<Task> made = new ArrayList<>();
        List<LadderEntry> ladders = new ArrayList<>();
        for (Wish wish : wishes) {
            Task task = task(order, wish, now);
            LadderEntry ladder = new LadderEntry(task.id, Ladder.firstLook(task.dueOn, task.dueAt));
            ladder.end();
            met(task, visits).ifPresent(task::settle);
            made.add(task);
            ladders.add(ladder);
        }
        return tasks.add(made, ladders).chain(() -> noted(made, "task.make"));
    }

    private static Task task(Order order, Wish wish, Instant now) {
        TaskForm form = new TaskForm(
                Ids.next(),
                order.title(),
                order.type(),
                wish.subjectType(),
                wish.subjectId(),
                null,
                order.organiser(),
                null,
                order.priority(),
                order.startOn(),
                wish.dueOn(),
                null,
                null,
                null);
        Birth birth = new Birth(form.id(), wish.area(), RequestHash.of(form), now, order.worker());
        String campaign = order.campaignId().toString();
        Task task = Task.asked(birth, form, order.organiser(), TaskOrigin.CAMPAIGN, Task.CAMPAIGN, campaign);
        task.assigneeAppointmentId = wish.holder();
        task.aroseAt = LocalDays.at(order.startOn(), LocalTime.MIDNIGHT);
        return task;
    }

    /** The first that would have settled the task, had it been there. */
    private Optional<RecordedVisit> met(Task task, List<RecordedVisit> visits) {
        return visits.stream()
                .filter(visit -> Settling.settles(visit, Settling.Asked.of(task), policies.at(task.areaCode)))
                .min(Comparator.comparing(RecordedVisit::startedAt));
    }

    /** Gives open tasks that are nobody's to these posts. */
    public Uni<Void> give(Map<UUID, UUID> holders) {
        return tasks.open(List.copyOf(holders.keySet())).chain(open -> {
            List<Task> given = open.stream()
                    .filter(task -> task.assigneeAppointmentId == null)
                    .toList();
            given.forEach(task -> {
                task.assigneeAppointmentId = holders.get(task.id);
                task.touch(clock.instant(), task.updatedBy);
            });
            return noted(given, "task.reassign");
        });
    }

    /**
     * Moves the last day of the next open tasks of the campaign.
     *
     * @param after id after which to go on
     * @param dueOn until when a task is to be done that was made on this day
     * @return the id of the last task that was looked at; empty when there was none
     */
    public Uni<Optional<UUID>> move(UUID campaign, UUID after, int atMost, Function<LocalDate, LocalDate> dueOn) {
        return tasks.openOfCampaign(campaign, after, atMost).chain(open -> {
            List<Task> moved = open.stream()
                    .filter(task -> !task.dueOn.equals(dueOn.apply(LocalDays.of(task.createdAt))))
                    .toList();
            moved.forEach(task -> {
                task.dueOn = dueOn.apply(LocalDays.of(task.createdAt));
                task.touch(clock.instant(), task.updatedBy);
            });
            return noted(moved, "task.replan").replaceWith(last(open));
        });
    }

    /**
     * Cancels the next open tasks of the campaign.
     *
     * @param after id after which to go on
     * @return the id of the last task; empty when there was none
     */
    public Uni<Optional<UUID>> cancel(UUID campaign, UUID after, int atMost, Cancelling why) {
        return tasks.openOfCampaign(campaign, after, atMost)
                .chain(open -> cancelled(open, why).replaceWith(last(open)));
    }

    /** Cancels those of the tasks that are open. */
    public Uni<Void> cancel(List<UUID> ids, Cancelling why) {
        return ids.isEmpty() ? Uni.createFrom().voidItem() : tasks.open(ids).chain(open -> cancelled(open, why));
    }

    private Uni<Void> cancelled(List<Task> open, Cancelling why) {
        Instant now = clock.instant();
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Task task : open) {
            TaskAction action = new TaskAction.Cancel(Ids.next(), why.reason());
            TaskActionEntry entry = new TaskActionEntry(action, task.id, task.assigneeAppointmentId, now, why.worker());
            action.applyTo(task, now);
            task.touch(now, why.worker());
            written = written.chain(() -> tasks.add(entry));
        }
        List<UUID> ids = open.stream().map(task -> task.id).toList();
        return written.chain(() -> noted(open, "task.cancel"))
                .chain(() -> tasks.endLadders(ids))
                .chain(() -> notifications.withdraw(TaskNotices.TASK, ids));
    }

    private static Optional<UUID> last(List<Task> tasks) {
        return tasks.isEmpty() ? Optional.empty() : Optional.of(tasks.get(tasks.size() - 1).id);
    }

    private Uni<Void> noted(List<Task> changed, String action) {
        Uni<Void> noted = Uni.createFrom().voidItem();
        for (Task task : changed) {
            noted = noted.chain(
                    () -> trail.changedByRule(action, new Subject(TaskNotices.TASK, task.id, task.areaCode)));
        }
        return noted;
    }
}
