package org.shouwang.monitoring.supervision;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.staff.PostsInOffice.InOffice;

/** What workers are told of letters: that there is one and what it waits for, and nothing of it. */
final class LetterNotices {

    static final String SUBJECT = "supervision-letter";

    private static final Set<String> CALLS = Set.of(
            "letter-issued", "letter-due-soon", "letter-overdue", "letter-overdue-office", "letter-not-accepted");

    private LetterNotices() {}

    static Notice of(String event, UUID letter, Stage stage, LocalDate dueOn, InOffice one) {
        return new Notice(
                one.workerId(),
                one.workerNumber(),
                one.appointmentId(),
                event,
                letter + "/" + stage + "/" + dueOn,
                Push.DAYTIME,
                SUBJECT,
                letter,
                dueOn);
    }

    /** Whether a push of this event is still to be sent: one that asks for an answer while that is owed. */
    static boolean holds(String event, LetterStatus status) {
        return !CALLS.contains(event) || status.awaitsReply();
    }
}
