package org.shouwang.task;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.shouwang.notification.Grade;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice.InOffice;
import org.shouwang.staff.handover.Succession;

/** What workers are told of tasks. The occurrence names task, stage and due day, so that each is told once. */
final class TaskNotices {

    static final String TASK = "task";

    private TaskNotices() {}

    static Notice assigned(Task task, Holder assignee) {
        return asked(task, InOffice.of(assignee));
    }

    /** What the rules ask for is told like what a person assigns. */
    static Notice asked(Task task, InOffice assignee) {
        return given(task, assignee, "task-assigned", stage(task, "assigned"));
    }

    /** A visit may be amended to and fro: each time is told. */
    static Notice reopened(Task task, InOffice holder) {
        return given(task, holder, "task-reopened", reopening(task));
    }

    /** What was opened again and is somebody else's to do now. */
    static Notice passedOn(Task task, Holder holder) {
        return given(task, InOffice.of(holder), "task-assigned", reopening(task));
    }

    /** What is nobody's, opened again or asked for. */
    static Notice leftOver(Task task, Holder above) {
        return notice(task, above, "task-returned", reopening(task), task.priority.push());
    }

    private static String reopening(Task task) {
        return stage(task, "reopened") + "/" + task.version;
    }

    /** @param closing names this closing of the file: it may be opened and closed again */
    static Notice outlivesFile(Task task, InOffice holder, UUID closing) {
        String occurrence = stage(task, "file-closed") + "/" + closing;
        return notice(task, holder, "task-outlives-file", occurrence, task.priority.push())
                .graded(Grade.NONE);
    }

    /** What an action tells those whom it concerns. */
    static List<Notice> ofMove(Task task, TaskAction action, List<Holder> concerned) {
        return switch (action.kind()) {
            case REASSIGN ->
                concerned.stream()
                        .map(holder -> reassigned(task, holder, action))
                        .toList();
            case RETURN ->
                concerned.stream().map(holder -> returned(task, holder, action)).toList();
            case ACCEPT, COMPLETE, CANCEL -> List.of();
        };
    }

    /** A task may come back to a worker who held it before: each hand-over is told. */
    private static Notice reassigned(Task task, Holder assignee, TaskAction action) {
        String occurrence = stage(task, "assigned") + "/" + action.id();
        return given(task, InOffice.of(assignee), "task-assigned", occurrence);
    }

    private static Notice returned(Task task, Holder coordinator, TaskAction action) {
        String occurrence = stage(task, "returned") + "/" + action.id();
        return notice(task, coordinator, "task-returned", occurrence, task.priority.push());
    }

    /** One notice of all tasks that a post left: it opens the receiver's post, and says when the first of them is due. */
    static Notice handedOver(List<Task> tasks, Succession succession) {
        return handedOver(
                tasks,
                succession.to(),
                succession.id().toString(),
                succession.isToConfirmer() ? Push.NONE : mostUrgent(tasks).push());
    }

    /** The same of what was nobody's until somebody looked after the children: once a day, however many they are. */
    static Notice passedOn(List<Task> tasks, Holder receiver, LocalDate today) {
        return handedOver(
                tasks,
                receiver,
                receiver.post().appointmentId() + "/" + today,
                mostUrgent(tasks).push());
    }

    private static Notice handedOver(List<Task> tasks, Holder receiver, String occurrence, Push push) {
        return new Notice(
                        receiver.workerId(),
                        receiver.workerNumber(),
                        receiver.post().appointmentId(),
                        "tasks-handed-over",
                        occurrence,
                        push,
                        "appointment",
                        receiver.post().appointmentId(),
                        tasks.stream()
                                .map(task -> task.dueOn)
                                .min(Comparator.naturalOrder())
                                .orElse(null))
                .graded(Grade.NONE);
    }

    private static TaskPriority mostUrgent(List<Task> tasks) {
        return tasks.stream()
                .map(task -> task.priority)
                .max(Comparator.naturalOrder())
                .orElse(TaskPriority.NORMAL);
    }

    /** The ladder's own word for the occurrence stands where other notices name their stage. */
    static Notice overdue(Task task, Holder holder, LadderStep step, String occurrence, RiskLevel level) {
        Notice told = notice(task, holder, step.event(), stage(task, occurrence), push(step, level));
        Grade grade = step.grade(task.taskType, task.subjectType, level);
        return task.dueAt == null ? told.gradedByDay(grade) : told.graded(grade);
    }

    /** What is not urgent is said by the daily summary; in an assignee's it is counted from the tasks themselves. */
    private static Push push(LadderStep step, RiskLevel level) {
        return switch (step) {
            case ASSIGNEE -> level == RiskLevel.CRITICAL ? Push.AT_ONCE : Push.NONE;
            case COORDINATOR -> level == RiskLevel.CRITICAL ? Push.AT_ONCE : Push.SUMMARY;
            case COUNTY -> Push.SUMMARY;
        };
    }

    private static String stage(Task task, String stage) {
        return task.id + "/" + stage + "/" + task.dueOn;
    }

    /** Tells who is to do it. */
    private static Notice given(Task task, InOffice holder, String event, String occurrence) {
        return notice(task, holder, event, occurrence, task.priority.push()).graded(task.priority.grade());
    }

    private static Notice notice(Task task, Holder holder, String event, String occurrence, Push push) {
        return notice(task, InOffice.of(holder), event, occurrence, push);
    }

    private static Notice notice(Task task, InOffice holder, String event, String occurrence, Push push) {
        return new Notice(
                holder.workerId(),
                holder.workerNumber(),
                holder.appointmentId(),
                event,
                occurrence,
                push,
                TASK,
                task.id,
                task.dueOn);
    }
}
