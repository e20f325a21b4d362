package org.shouwang.register.breakglass;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.notification.Grade;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.ReadingPost;
import org.shouwang.register.child.Children;
import org.shouwang.staff.Posts;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.grant.GrantView;
import org.shouwang.staff.grant.Grants;
import org.shouwang.staff.grant.Grants.Wish;

/**
 * Opens one child's file to a caller outside the own area for some hours, and tells the privacy officers of the child's area
 * in the same transaction; where there is none, the county's civil affairs and the administrators. Danger does not wait for an
 * approval, but nothing is opened of which nobody learns.
 */
@Singleton
class BreakGlass {

    private static final Set<RoleCode> WATCHFUL =
            EnumSet.of(RoleCode.PRIVACY_OFFICER, RoleCode.COUNTY_CIVIL_AFFAIRS, RoleCode.ADMINISTRATOR);

    private final Children children;
    private final Posts posts;
    private final Grants grants;
    private final Notifications notifications;
    private final Trail trail;

    BreakGlass(Children children, Posts posts, Grants grants, Notifications notifications, Trail trail) {
        this.children = children;
        this.posts = posts;
        this.grants = grants;
        this.notifications = notifications;
        this.trail = trail;
    }

    /**
     * Refused with 404 when there is no such child, with 422 when the caller's posts show the file already or nobody is there
     * to be told.
     */
    Uni<Result<Stored<GrantView>>> open(UUID childId, BreakGlassForm form, Caller caller) {
        return ReadingPost.anywhere(caller, Right.BREAK_GLASS).then(post -> children.home(childId)
                .map(home -> home.map(Result::ok).orElseGet(() -> Result.refused(Problem.NOT_FOUND)))
                .chain(home -> home.then(area -> opened(form.wish(childId), area, caller, post))));
    }

    /** Who is to be told is read before the transaction takes its connection. */
    private Uni<Result<Stored<GrantView>>> opened(Wish wish, AreaCode area, Caller caller, Post post) {
        return posts.at(area, WATCHFUL)
                .map(holders -> told(holders, caller.workerId()))
                .chain(officers -> Races.again(() -> Panache.withTransaction(() -> grants.before(wish, caller)
                        .chain(before -> before.then(known -> known.map(BreakGlass::repeated)
                                .orElseGet(() -> give(wish, area, caller, post, officers)))))));
    }

    /** The privacy officers, or where there is none the others: never only the caller. */
    static List<Holder> told(List<Holder> holders, UUID caller) {
        List<Holder> others = holders.stream()
                .filter(holder -> !holder.workerId().equals(caller))
                .toList();
        List<Holder> officers = others.stream()
                .filter(holder -> holder.post().role() == RoleCode.PRIVACY_OFFICER)
                .toList();
        return officers.isEmpty() ? others : officers;
    }

    private static Uni<Result<Stored<GrantView>>> repeated(GrantView grant) {
        return Uni.createFrom().item(Result.ok(new Stored<>(grant.grantId(), grant.version(), false, grant)));
    }

    private Uni<Result<Stored<GrantView>>> give(
            Wish wish, AreaCode area, Caller caller, Post post, List<Holder> officers) {
        if (caller.may(Right.CHILD_READ, area)) {
            return Uni.createFrom().item(Result.invalid("id", "readable-already"));
        }
        if (officers.isEmpty()) {
            return Uni.createFrom().item(Result.invalid("id", "nobody-to-tell"));
        }
        Subject child = new Subject("CHILD", wish.childId(), area);
        return grants.give(wish, area, caller, post)
                .call(() -> trail.changed(caller, post, "child.break-glass", child))
                .call(grant -> notifications.tell(
                        officers.stream().map(officer -> notice(grant, officer)).toList()))
                .map(grant -> Result.ok(new Stored<>(grant.grantId(), grant.version(), true, grant)));
    }

    /** It tells of what was done: nobody must act before the morning. */
    private static Notice notice(GrantView grant, Holder officer) {
        return new Notice(
                        officer.workerId(),
                        officer.workerNumber(),
                        officer.post().appointmentId(),
                        "access-granted",
                        grant.grantId() + "/granted",
                        Push.AT_ONCE,
                        "grant",
                        grant.grantId(),
                        null)
                .graded(Grade.NONE);
    }
}
