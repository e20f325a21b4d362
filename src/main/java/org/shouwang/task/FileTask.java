package org.shouwang.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.register.child.FileChange;
import org.shouwang.staff.PostsInOffice.InOffice;

/** The task that asks for what a child's file lacks, and what is told of files. */
final class FileTask {

    /** What ends such a task. */
    static final String RESULT = "CHILD_FILE";

    private static final String RULE = "FILE_INCOMPLETE";

    /** Names no child: a title may be seen on a lock screen. */
    private static final String TITLE = "补全儿童档案";

    /** As long as a new file may wait for its first visit (roles and law, section 4): five working days. */
    private static final int DAYS = 7;

    private FileTask() {}

    static boolean isAboutADraft(Task task) {
        return task.rule.equals(RULE);
    }

    /** Held by whoever looks after the child; by nobody where that post is vacant, so that its ladder begins above. */
    static Task about(FileChange change, UUID workerId, Post acting, Instant now) {
        LocalDate today = LocalDays.of(now);
        Birth birth = new Birth(Ids.next(), change.areaCode(), RequestHash.of(change), now, workerId);
        TaskForm form = new TaskForm(
                birth.id(),
                TITLE,
                TaskType.UPDATE_FILE,
                SubjectType.CHILD,
                change.childId(),
                null,
                acting.appointmentId(),
                null,
                TaskPriority.NORMAL,
                today,
                today.plusDays(DAYS),
                null,
                null,
                null);
        Task task = Task.asked(
                birth,
                form,
                acting.appointmentId(),
                TaskOrigin.POLICY,
                RULE,
                change.occurrence().toString());
        task.assigneeAppointmentId = change.responsibleAppointmentId();
        return task;
    }

    static Notice reopened(FileChange change, InOffice responsible) {
        return new Notice(
                responsible.workerId(),
                responsible.workerNumber(),
                responsible.appointmentId(),
                "file-reopened",
                change.occurrence().toString(),
                Push.DAYTIME,
                "child",
                change.childId(),
                null);
    }
}
