package org.shouwang.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Violation;
import org.shouwang.staff.Posts.Holder;

/** What a task must be before it is assigned. */
final class AssignRules {

    private AssignRules() {}

    /**
     * What is known around one task.
     *
     * @param assignee who gets it, empty when the appointment is not in force
     * @param fileClosed whether it is about a child whose file is closed, and is none that outlives it
     */
    record Facts(AreaCode area, Optional<Holder> assignee, boolean titleNamesChild, boolean fileClosed) {}

    /** What the request alone shows. */
    static List<Violation> ofForm(AssignForm request) {
        List<Violation> found = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < request.all().size(); i++) {
            TaskForm task = request.all().get(i);
            String path = request.path(i);
            if (!ids.add(task.id())) {
                found.add(Violation.of(path + "id", "id-twice"));
            }
            found.addAll(subject(path, task));
            found.addAll(days(path, task));
        }
        return found;
    }

    private static List<Violation> subject(String path, TaskForm task) {
        List<Violation> found = new ArrayList<>();
        if ((task.subjectType() == SubjectType.NONE) != (task.subjectId() == null)) {
            found.add(Violation.of(path + "subjectId", "subject-as-typed"));
        }
        if (!task.subjectType().hasArea() && task.areaCode() == null) {
            found.add(Violation.of(path + "areaCode", "area-needed"));
        }
        if (task.taskType().needsVisit() && !settlesByVisit(task)) {
            found.add(Violation.of(path + "subjectType", "visit-needs-family"));
        }
        return found;
    }

    private static boolean settlesByVisit(TaskForm task) {
        return task.subjectType() == SubjectType.CHILD
                || (task.subjectType() == SubjectType.HOUSEHOLD && task.taskType() == TaskType.VISIT);
    }

    private static List<Violation> days(String path, TaskForm task) {
        List<Violation> found = new ArrayList<>();
        if (task.dueOn().isBefore(task.startOn())) {
            found.add(Violation.of(path + "dueOn", "due-before-start"));
        }
        if (task.dueAt() != null && !LocalDays.of(task.dueAt()).equals(task.dueOn())) {
            found.add(Violation.of(path + "dueAt", "due-at-on-due-day"));
        }
        return found;
    }

    /** What shows beside the facts. */
    static List<Violation> ofFacts(String path, Facts facts) {
        List<Violation> found = new ArrayList<>();
        if (facts.titleNamesChild()) {
            found.add(Violation.of(path + "title", "title-names-a-child"));
        }
        if (facts.fileClosed()) {
            found.add(Violation.of(path + "subjectId", "task-file-closed"));
        }
        if (!mayWork(facts.assignee(), facts.area())) {
            found.add(Violation.of(path + "assigneeAppointmentId", "assignee-works-there"));
        }
        return found;
    }

    /** Whether a post can be given work at this place. */
    static boolean mayWork(Optional<Holder> assignee, AreaCode area) {
        return assignee.filter(holder -> holder.post().allows(Right.TASK_WORK, area))
                .isPresent();
    }
}
