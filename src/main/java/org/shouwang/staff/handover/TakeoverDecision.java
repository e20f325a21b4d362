package org.shouwang.staff.handover;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.Posts.Holder;

/** Whether a post that is filled again may take over as asked, and under which post of the caller: whoever may end it. */
final class TakeoverDecision {

    private TakeoverDecision() {}

    /**
     * What is known around a takeover.
     *
     * @param filled roles above the post that somebody else than its holder holds there
     * @param receiver the holder of the post, when it is in force
     * @param standIn the post that is said to have stood in, when it is in force
     */
    record Around(
            Optional<LeavingPost> post, Set<RoleCode> filled, Optional<Holder> receiver, Optional<Holder> standIn) {}

    /**
     * A takeover that may be written.
     *
     * @param standIn empty where nobody stood in
     */
    record Accepted(LeavingPost post, Holder receiver, Optional<UUID> standIn, Post acting) {}

    static Result<Accepted> decide(TakeoverForm form, Around around, Caller caller) {
        return HandoverDecision.visible(around.post(), caller)
                .flatMap(post -> HandoverDecision.acting(post, around.filled(), caller)
                        .flatMap(acting -> keepsFiles(post, acting))
                        .flatMap(acting -> around.receiver()
                                .map(receiver -> standIn(form, around, post)
                                        .map(standIn -> new Accepted(post, receiver, standIn, acting)))
                                .orElseGet(() -> Result.invalid("toAppointmentId", "takeover-in-force"))));
    }

    /** What was held is a director's: files that she alone is responsible for (data dictionary, section 1), and their tasks. */
    private static Result<Post> keepsFiles(LeavingPost post, Post acting) {
        return post.role() == RoleCode.CHILDREN_DIRECTOR
                ? Result.ok(acting)
                : Result.invalid("toAppointmentId", "takeover-director");
    }

    private static Result<Optional<UUID>> standIn(TakeoverForm form, Around around, LeavingPost post) {
        boolean known = form.fromAppointmentId() == null
                || around.standIn()
                        .filter(above -> mayHaveStoodIn(above.post(), post))
                        .isPresent();
        return known
                ? Result.ok(Optional.ofNullable(form.fromAppointmentId()))
                : Result.invalid("fromAppointmentId", "takeover-stand-in");
    }

    private static boolean mayHaveStoodIn(Post above, LeavingPost post) {
        return Lines.mayStandIn(above.role())
                && Lines.above(post.role()).contains(above.role())
                && above.areas().contains(post.area());
    }
}
