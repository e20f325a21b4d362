package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.visit.ChildTurns;
import org.shouwang.visit.contact.ContactListener;
import org.shouwang.visit.contact.LoggedContact;

/**
 * Makes a visit task of a contact that showed a need for one, held by whoever logged it, or else who looks after the child
 * where it lives now. A child whose visit is due as soon already gets none, whoever asked; but only a visit after the contact
 * settles that one. Nor does a child whose file is closed.
 */
@Singleton
class AskForVisit implements ContactListener {

    /** What the trail says of a task whose visit has one more reason. */
    static final String CONCERN = "task.concern";

    private static final String RULE = "CONTACT";
    private static final String TITLE = "联系后需入户走访";

    /** What a voice on the telephone shows should not wait for the next round. */
    private static final int WITHIN_DAYS = 3;

    private final TaskRepository tasks;
    private final ChildTurns turns;
    private final WhoFollows follows;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    AskForVisit(
            TaskRepository tasks,
            ChildTurns turns,
            WhoFollows follows,
            Notifications notifications,
            Trail trail,
            Clock clock) {
        this.tasks = tasks;
        this.turns = turns;
        this.follows = follows;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Uni<Void> logged(LoggedContact contact, Caller caller, Post acting) {
        if (!contact.needsVisit()) {
            return Uni.createFrom().voidItem();
        }
        Set<UUID> children = contact.children().stream().map(ChildFacts::id).collect(Collectors.toSet());
        return turns.take(children).chain(() -> tasks.openAbout(children)).chain(open -> {
            List<Task> soon = open.stream()
                    .filter(task -> task.taskType.needsVisit() && !task.dueOn.isAfter(dueOn()))
                    .toList();
            soon.forEach(task -> task.concernArose(contact.contactedAt()));
            Set<UUID> asked = soon.stream().map(task -> task.subjectId).collect(Collectors.toSet());
            List<Task> missing = contact.children().stream()
                    .filter(child -> child.fileStatus().isOpen() && !asked.contains(child.id()))
                    .map(child -> task(contact, child, caller, acting))
                    .toList();
            return noted(soon, caller, acting).chain(() -> write(missing, caller, acting));
        });
    }

    /** So that nobody who has not heard of the concern takes the visit back (see {@link LateMove}). */
    private Uni<Void> noted(List<Task> soon, Caller caller, Post acting) {
        Uni<Void> noted = Uni.createFrom().voidItem();
        for (Task task : soon) {
            Subject subject = new Subject(TaskNotices.TASK, task.id, task.areaCode);
            noted = noted.chain(() -> trail.changed(caller, acting, CONCERN, subject));
        }
        return noted;
    }

    /** For whoever called, but where the child lives elsewhere by now: then for nobody yet. */
    private Task task(LoggedContact contact, ChildFacts child, Caller caller, Post acting) {
        Instant now = clock.instant();
        TaskForm form = new TaskForm(
                Ids.next(),
                TITLE,
                TaskType.VISIT,
                SubjectType.CHILD,
                child.id(),
                null,
                acting.appointmentId(),
                null,
                priority(child.riskLevel()),
                LocalDays.of(contact.contactedAt()),
                dueOn(),
                null,
                null,
                null);
        Birth birth = new Birth(form.id(), child.areaCode(), RequestHash.of(form), now, caller.workerId());
        Task task = Task.asked(
                birth,
                form,
                acting.appointmentId(),
                TaskOrigin.RISK_RULE,
                RULE,
                contact.id().toString());
        if (!acting.areas().contains(child.areaCode())) {
            task.assigneeAppointmentId = null;
        }
        task.concernArose(contact.contactedAt());
        return task;
    }

    private LocalDate dueOn() {
        return LocalDays.today(clock).plusDays(WITHIN_DAYS);
    }

    private static TaskPriority priority(RiskLevel level) {
        return switch (level) {
            case CRITICAL, HIGH -> TaskPriority.HIGH;
            case MEDIUM, LOW, NORMAL -> TaskPriority.NORMAL;
        };
    }

    private Uni<Void> write(List<Task> missing, Caller caller, Post acting) {
        if (missing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return follows.around(missing).chain(around -> {
            List<Notice> notices = new ArrayList<>();
            missing.forEach(task -> notices.addAll(given(task, around, acting)));
            return write(missing, notices, caller, acting);
        });
    }

    /** Answers what is told of it. Whose post has ended since the call is followed by who works there now. */
    private static List<Notice> given(Task task, WhoFollows.Around around, Post acting) {
        UUID caller = task.assigneeAppointmentId;
        if (caller != null && around.held().containsKey(caller)) {
            return List.of();
        }
        Optional<Holder> holder = around.holder(task);
        task.assigneeAppointmentId =
                holder.map(found -> found.post().appointmentId()).orElse(null);
        return holder.map(found -> found.post().appointmentId().equals(acting.appointmentId())
                        ? List.<Notice>of()
                        : List.of(TaskNotices.assigned(task, found)))
                .orElseGet(() -> around.above(task).stream()
                        .map(above -> TaskNotices.leftOver(task, above))
                        .toList());
    }

    private Uni<Void> write(List<Task> missing, List<Notice> notices, Caller caller, Post acting) {
        List<LadderEntry> ladders = missing.stream()
                .map(task -> new LadderEntry(task.id, Ladder.firstLook(task.dueOn, task.dueAt)))
                .toList();
        Uni<Void> written = tasks.add(missing, ladders);
        for (Task task : missing) {
            Subject subject = new Subject(TaskNotices.TASK, task.id, task.areaCode);
            written = written.chain(() -> trail.changed(caller, acting, "task.ask", subject));
        }
        return written.chain(() -> notifications.tell(notices));
    }
}
