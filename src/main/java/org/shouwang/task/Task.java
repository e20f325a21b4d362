package org.shouwang.task;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.record.ClientRecord;
import org.shouwang.visit.RecordedVisit;

/** Something that somebody is asked to do until a day. */
@Entity
@Table(name = "task")
class Task extends ClientRecord {

    static final String ASSIGNED = "ASSIGNED";

    /** Of what a campaign (专项行动) asks for: the occurrence is the campaign. */
    static final String CAMPAIGN = "CAMPAIGN";

    /** Of what asks to verify a visit that was drawn (抽查): the occurrence is the visit. */
    static final String SAMPLE = "VISIT_SAMPLE";

    String title;

    @Enumerated(EnumType.STRING)
    TaskType taskType;

    @Enumerated(EnumType.STRING)
    TaskOrigin origin;

    @Enumerated(EnumType.STRING)
    SubjectType subjectType;

    @Nullable
    UUID subjectId;

    String rule;
    String occurrence;
    UUID assignerAppointmentId;

    @Nullable
    UUID assigneeAppointmentId;

    @Nullable
    String note;

    @Enumerated(EnumType.STRING)
    TaskPriority priority;

    LocalDate startOn;
    LocalDate dueOn;

    @Nullable
    Instant dueAt;

    /** When the concern arose that asked for it: no earlier visit meets it. Null where the time for a visit has come round. */
    @Nullable
    Instant aroseAt;

    @Enumerated(EnumType.STRING)
    TaskStatus status;

    @Nullable
    Instant doneAt;

    @Nullable
    String resultType;

    @Nullable
    UUID resultId;

    @Nullable
    String returnReason;

    protected Task() {}

    /** A task assigned by hand: nothing but its id says which occurrence it is. */
    Task(Birth birth, TaskForm form, UUID assignerAppointmentId) {
        super(birth, form.clientTime(), form.deviceId());
        this.title = form.title();
        this.taskType = form.taskType();
        this.origin = TaskOrigin.ASSIGNED;
        this.subjectType = form.subjectType();
        this.subjectId = form.subjectId();
        this.rule = ASSIGNED;
        this.occurrence = birth.id().toString();
        this.assignerAppointmentId = assignerAppointmentId;
        this.assigneeAppointmentId = form.assigneeAppointmentId();
        this.note = form.note();
        this.priority = form.priority();
        this.startOn = form.startOn();
        this.dueOn = form.dueOn();
        this.dueAt = form.dueAt();
        this.aroseAt = form.taskType() == TaskType.INCIDENT_FOLLOW ? knownAt(form.startOn(), birth.at()) : null;
        this.status = TaskStatus.NEW;
    }

    /**
     * A task that a rule asks for.
     *
     * @param rule with the subject and the occurrence it stands once (unique index {@code task_once})
     */
    static Task asked(
            Birth birth, TaskForm form, UUID assignerAppointmentId, TaskOrigin origin, String rule, String occurrence) {
        Task task = new Task(birth, form, assignerAppointmentId);
        task.origin = origin;
        task.rule = rule;
        task.occurrence = occurrence;
        return task;
    }

    /** The case that owns it: it goes where that goes, and whoever holds it answers for that. */
    Optional<CaseOwner> owner() {
        return CaseOwner.of(rule);
    }

    /** What a campaign asks for is late together with all the others of the campaign: nobody is told of it alone. */
    boolean isOfCampaign() {
        return rule.equals(CAMPAIGN);
    }

    /** Whether it was drawn to verify this visit. */
    boolean asksToVerify(UUID visit) {
        return rule.equals(SAMPLE) && occurrence.equals(visit.toString());
    }

    /** Of an incident nothing is known but that it was before somebody asked, on the day that was given or later. */
    private static Instant knownAt(LocalDate startOn, Instant asked) {
        Instant begin = LocalDays.at(startOn, LocalTime.MIDNIGHT);
        return LocalDays.of(asked).isAfter(startOn) ? begin : asked;
    }

    /** A concern of which the visit that is asked for already does not know: an earlier one does not meet it. */
    void concernArose(Instant at) {
        if (aroseAt == null || aroseAt.isBefore(at)) {
            aroseAt = at;
        }
    }

    /** Done by a visit: at its beginning, whenever it was recorded. */
    void settle(RecordedVisit visit) {
        status = TaskStatus.DONE;
        doneAt = visit.startedAt();
        resultType = "VISIT";
        resultId = visit.id();
    }

    /** Not done after all. */
    void unsettle(TaskStatus now) {
        status = now;
        doneAt = null;
        resultType = null;
        resultId = null;
        returnReason = null;
    }

    TaskPlace place() {
        return new TaskPlace(id, areaCode, taskType, origin, assignerAppointmentId, assigneeAppointmentId);
    }

    TaskState state() {
        return new TaskState(status, assigneeAppointmentId, updatedBy);
    }
}
