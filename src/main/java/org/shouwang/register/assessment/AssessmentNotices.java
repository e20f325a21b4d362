package org.shouwang.register.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.RoleCode;
import org.shouwang.register.child.Levels.Held;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.PostsInOffice;

/** Who is told of assessments, in the caller's session. */
@Singleton
class AssessmentNotices {

    private static final Set<RoleCode> ABOVE = Set.of(RoleCode.TOWNSHIP_COORDINATOR, RoleCode.COUNTY_CIVIL_AFFAIRS);

    private static final String CHILD = "child";

    private final PostsInOffice posts;
    private final Notifications notifications;

    AssessmentNotices(PostsInOffice posts, Notifications notifications) {
        this.posts = posts;
        this.notifications = notifications;
    }

    /** A lower level waits for their word. */
    Uni<Void> toConfirm(UUID assessment, Held child, UUID author) {
        return coordinators(child, author, "assessment-to-confirm", assessment, Push.DAYTIME);
    }

    /** A child stands at HIGH or CRITICAL from now on; danger does not wait for the morning. */
    Uni<Void> raised(UUID assessment, Held child, RiskLevel level, UUID author) {
        return coordinators(
                child, author, "level-raised", assessment, level == RiskLevel.CRITICAL ? Push.AT_ONCE : Push.DAYTIME);
    }

    /** What was decided about a lower level, to who assessed and still holds that post. */
    Uni<Void> decided(AssessmentRow row) {
        return posts.holders(Set.of(row.assessorAppointmentId()))
                .chain(found -> notifications.tell(found.values().stream()
                        .filter(holder -> row.isBy(holder.workerId()))
                        .map(holder -> notice(holder, "assessment-decided", row.id(), row.childId(), Push.DAYTIME))
                        .toList()));
    }

    /** To who coordinates there; while nobody else does, to the county's civil affairs. */
    private Uni<Void> coordinators(Held child, UUID author, String event, UUID assessment, Push push) {
        return posts.at(child.areaCode(), ABOVE).chain(above -> {
            List<Holder> others = above.stream()
                    .filter(holder -> !holder.workerId().equals(author))
                    .toList();
            List<Holder> coordinators = of(others, RoleCode.TOWNSHIP_COORDINATOR);
            List<Holder> told = coordinators.isEmpty() ? of(others, RoleCode.COUNTY_CIVIL_AFFAIRS) : coordinators;
            return notifications.tell(told.stream()
                    .map(holder -> notice(holder, event, assessment, child.id(), push))
                    .toList());
        });
    }

    private static List<Holder> of(List<Holder> holders, RoleCode role) {
        return holders.stream().filter(holder -> holder.post().role() == role).toList();
    }

    private static Notice notice(Holder holder, String event, UUID assessment, UUID child, Push push) {
        return new Notice(
                holder.workerId(),
                holder.workerNumber(),
                holder.post().appointmentId(),
                event,
                assessment.toString(),
                push,
                CHILD,
                child,
                null);
    }
}
