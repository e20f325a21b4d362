package org.shouwang.testsupport;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Takes posts out of the way that a test made, past the handover that people go through. */
public final class Appointments {

    private Appointments() {}

    /** Ends the appointments that the condition names; what belongs to them is nobody's and over. */
    public static void end(DataSource database, String condition, @Nullable Object... arguments) throws SQLException {
        String posts = "(select id from appointment where " + condition + ")";
        Sql.update(
                database,
                "update child set responsible_appointment_id = null where responsible_appointment_id in " + posts,
                arguments);
        Sql.update(
                database,
                "update task set status = 'CANCELLED' where status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')"
                        + " and assignee_appointment_id in " + posts,
                arguments);
        Sql.update(
                database,
                "update incident set stage = 'CLOSED' where stage <> 'CLOSED' and responsible_appointment_id in "
                        + posts,
                arguments);
        Sql.update(
                database,
                "update referral set status = 'CLOSED' where status <> 'CLOSED' and sender_appointment_id in " + posts,
                arguments);
        Sql.update(
                database,
                "update violence_case set closed_at = now() where closed_at is null and responsible_appointment_id in "
                        + posts,
                arguments);
        Sql.update(
                database,
                "update appointment set status = 'ENDED', ended_on = appointed_on where id in " + posts,
                arguments);
    }
}
