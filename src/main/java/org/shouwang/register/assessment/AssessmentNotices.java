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

    /** A lower level waits for somebody's word, who is not its author. */
    Uni<Void> toConfirm(UUID assessment, Held child, UUID author) {
        return posts.at(child.areaCode(), ABOVE)
                .chain(above -> tell(
                        coordinators(others(above, author)), "assessment-to-confirm", assessment, child, Push.DAYTIME));
    }

    /** A child stands at HIGH or CRITICAL from now on; danger does not wait for the morning, and an incident wakes by itself. */
    Uni<Void> raised(AssessmentForm form, Held child, RiskLevel level, UUID author) {
        Push calm = form.isEmergency() ? Push.NONE : Push.DAYTIME;
        Push push = level == RiskLevel.CRITICAL && !form.isEmergency() ? Push.AT_ONCE : calm;
        return posts.at(child.areaCode(), ABOVE)
                .chain(above -> tell(others(coordinators(above), author), "level-raised", form.id(), child, push));
    }

    /** What was seen earlier, and is graver than the level that stands, arrived only now. */
    Uni<Void> unheard(UUID assessment, Held child, UUID author) {
        return posts.at(child.areaCode(), ABOVE)
                .chain(above -> tell(
                        others(coordinators(above), author), "assessment-graver", assessment, child, Push.DAYTIME));
    }

    /** What was decided about a lower level, to who assessed and still holds that post. */
    Uni<Void> decided(AssessmentRow row) {
        return posts.holders(Set.of(row.assessorAppointmentId()))
                .chain(found -> notifications.tell(found.values().stream()
                        .filter(holder -> row.isBy(holder.workerId()))
                        .map(holder -> notice(holder, "assessment-decided", row.id(), row.childId(), Push.DAYTIME))
                        .toList()));
    }

    private Uni<Void> tell(List<Holder> holders, String event, UUID assessment, Held child, Push push) {
        return notifications.tell(holders.stream()
                .map(holder -> notice(holder, event, assessment, child.id(), push))
                .toList());
    }

    private static List<Holder> others(List<Holder> holders, UUID author) {
        return holders.stream()
                .filter(holder -> !holder.workerId().equals(author))
                .toList();
    }

    /** Who coordinates; while nobody does, the county's civil affairs. */
    private static List<Holder> coordinators(List<Holder> above) {
        List<Holder> coordinators = of(above, RoleCode.TOWNSHIP_COORDINATOR);
        return coordinators.isEmpty() ? of(above, RoleCode.COUNTY_CIVIL_AFFAIRS) : coordinators;
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
