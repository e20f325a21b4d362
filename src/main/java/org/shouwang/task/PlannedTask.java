package org.shouwang.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shouwang.platform.Ids;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.task.plan.Due;
import org.shouwang.task.plan.FollowUpRule;
import org.shouwang.task.plan.FollowUpRule.Owed;
import org.shouwang.task.plan.Followed;
import org.shouwang.task.plan.Happened;
import org.shouwang.task.plan.Standing;
import org.shouwang.task.plan.Urgency;
import org.shouwang.task.plan.Wanted;

/** A task that the follow-up matrix asks for. It ends by what it asks for, or by the plan. */
final class PlannedTask {

    static final List<String> RULES =
            Stream.of(FollowUpRule.values()).map(Enum::name).toList();

    private PlannedTask() {}

    /** @param begun when the records happened that tasks are counted from, by their occurrence */
    static Standing standing(Task task, Map<String, Instant> begun) {
        return new Standing(
                task.id,
                FollowUpRule.valueOf(task.rule),
                task.occurrence,
                task.status.open(),
                task.startOn,
                new Due(task.dueOn, task.dueAt),
                Urgency.valueOf(task.priority.name()),
                begun.get(task.occurrence),
                task.aroseAt);
    }

    /** For nobody yet. */
    static Task of(Wanted wanted, Followed child, Holder assigner, Instant now) {
        FollowUpRule rule = wanted.rule();
        TaskForm form = new TaskForm(
                Ids.next(),
                title(rule),
                type(rule),
                SubjectType.CHILD,
                child.childId(),
                null,
                assigner.post().appointmentId(),
                null,
                TaskPriority.valueOf(wanted.urgency().name()),
                wanted.startOn(),
                wanted.due().on(),
                wanted.due().at(),
                null,
                null);
        Birth birth = new Birth(form.id(), child.areaCode(), RequestHash.of(form), now, assigner.workerId());
        Task task = Task.asked(
                birth, form, assigner.post().appointmentId(), TaskOrigin.POLICY, rule.name(), wanted.occurrence());
        task.assigneeAppointmentId = null;
        return task;
    }

    /** Made where nobody looked after the child; whoever does now is to do it. One that somebody returned waits for a coordinator. */
    static boolean waitsForHolder(Task task) {
        return task.status.open() && task.assigneeAppointmentId == null && task.returnReason == null;
    }

    /** A visit that is moved and cannot wait any more, though it was due before that anyway. */
    static boolean becomesUrgent(Task task, Wanted wanted) {
        return wanted.rule().owed() == Owed.VISIT
                && wanted.urgency() == Urgency.URGENT
                && task.priority != TaskPriority.URGENT;
    }

    /** The same task, with other days. Answers whether until when it is due is another. */
    static boolean move(Task task, Wanted wanted) {
        boolean moved = !new Due(task.dueOn, task.dueAt).equals(wanted.due());
        task.startOn = wanted.startOn();
        task.dueOn = wanted.due().on();
        task.dueAt = wanted.due().at();
        task.priority = TaskPriority.valueOf(wanted.urgency().name());
        return moved;
    }

    static void settle(Task task, Happened met) {
        task.status = TaskStatus.DONE;
        task.doneAt = met.at();
        task.resultType = met.kind().name();
        task.resultId = met.id();
    }

    /** Work that is due within hours is told when it is given. */
    static boolean isToldAtOnce(Task task) {
        return task.priority == TaskPriority.URGENT && task.dueAt != null;
    }

    /** Names no child: a title may be seen on a lock screen. */
    private static String title(FollowUpRule rule) {
        return switch (rule) {
            case FIRST_VISIT -> "首次入户走访";
            case HOME_VISIT -> "定期入户走访";
            case NEXT_CONTACT -> "定期电话或微信联系";
            case RE_ASSESS -> "定期风险评估";
        };
    }

    private static TaskType type(FollowUpRule rule) {
        return switch (rule) {
            case FIRST_VISIT -> TaskType.FIRST_VISIT;
            case HOME_VISIT -> TaskType.VISIT;
            case NEXT_CONTACT -> TaskType.CONTACT;
            case RE_ASSESS -> TaskType.RE_ASSESS;
        };
    }
}
