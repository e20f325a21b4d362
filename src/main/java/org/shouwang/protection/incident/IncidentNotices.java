package org.shouwang.protection.incident;

import java.util.Set;
import org.shouwang.notification.Grade;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice.InOffice;

/** What workers are told of incidents: that there is one, and nothing of it. */
final class IncidentNotices {

    static final String SUBJECT = "incident";

    /** What calls for somebody who takes it. */
    static final Set<String> CALLS = Set.of("incident-reported", "incident-waiting");

    /** What is worth knowing of a case that is closed, too. */
    static final String ADDED = "incident-added";

    private IncidentNotices() {}

    /** At once and at any hour; each round is told once, and anew when the alarm begins anew. */
    static Notice reported(Incident incident, Holder holder, int round) {
        String event = round == 0 ? "incident-reported" : "incident-waiting";
        return urgent(incident, InOffice.of(holder), event, "/" + round + "/" + incident.version);
    }

    /** It came from elsewhere; whoever has taken it does not see after it here. */
    static Notice moved(Incident incident, InOffice holder) {
        return urgent(incident, holder, "incident-moved", "/moved/" + incident.version);
    }

    /** Something graver was said since. */
    static Notice danger(Incident incident, InOffice reader) {
        return urgent(incident, reader, "incident-danger", "/danger/" + incident.version);
    }

    /**
     * Its author, to whom it is closed, has sent more.
     *
     * @param body distinguishes what was sent
     */
    static Notice added(Incident incident, InOffice reader, String body) {
        return urgent(incident, reader, ADDED, "/added/" + body);
    }

    /** Nobody has told the police or whoever must hear of it (立即报告); anew when something was added that they must hear. */
    static Notice notReported(Incident incident, InOffice holder, int round) {
        return urgent(incident, holder, "incident-not-reported", "/not-reported/" + round + "/" + incident.version);
    }

    static Notice given(Incident incident, InOffice receiver, String act) {
        return urgent(incident, receiver, "incident-given", "/given/" + act);
    }

    private static Notice urgent(Incident incident, InOffice holder, String event, String stage) {
        return new Notice(
                        holder.workerId(),
                        holder.workerNumber(),
                        holder.appointmentId(),
                        event,
                        incident.id + stage,
                        Push.AT_ONCE,
                        SUBJECT,
                        incident.id,
                        null)
                .graded(Grade.CRITICAL);
    }
}
