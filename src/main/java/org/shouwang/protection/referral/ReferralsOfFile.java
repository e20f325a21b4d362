package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.protection.incident.OpenIncidents;
import org.shouwang.register.child.FileChange;
import org.shouwang.register.child.FileListener;
import org.shouwang.staff.PostsInOffice.InOffice;

/** Whoever asked for a child whose file is closed is told: what is open goes on until it is answered, withdrawn or closed. */
@Singleton
class ReferralsOfFile implements FileListener {

    /** By referral_child; nobody of a village hears of what follows an incident that is closed to villages. */
    private static final String OPEN = """
            select r.id, a.id, w.id, w.number
            from referral r
            join appointment a on a.id = r.sender_appointment_id
            join worker w on w.id = a.worker_id
            where r.child_id = $1 and r.status <> 'CLOSED' and w.status = 'ACTIVE'
              and not exists (select 1 from incident i where i.id = r.incident_id and i.village_cut and a.role_code = any($2))
            order by r.id
            """;

    private final Notifications notifications;

    ReferralsOfFile(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public Uni<Void> changed(FileChange change, Caller caller, Post acting) {
        return change.kind() != FileChange.Kind.CLOSED
                ? Uni.createFrom().voidItem()
                : SessionSql.rows(OPEN, change.childId(), OpenIncidents.villageRoles())
                        .chain(rows -> notifications.tell(notices(rows, change.occurrence())));
    }

    private static List<Notice> notices(List<@Nullable Object[]> rows, UUID occurrence) {
        return rows.stream()
                .map(row -> ReferralNotices.fileClosed(
                        (UUID) Objects.requireNonNull(row[0]),
                        occurrence,
                        new InOffice(
                                (UUID) Objects.requireNonNull(row[1]), (UUID) Objects.requireNonNull(row[2]), (Long)
                                        Objects.requireNonNull(row[3]))))
                .toList();
    }
}
