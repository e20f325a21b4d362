package org.shouwang.staff.handover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.staff.Posts.Holder;

/** Whether a post may be handed over as asked, under which post of the caller, and who receives what belongs to it. */
final class HandoverDecision {

    private HandoverDecision() {}

    /**
     * What is known around a handover.
     *
     * @param leaving empty when there is no such appointment
     * @param filled roles above the post that somebody else than its holder holds there
     * @param successor the appointment that was named, when it is in force
     */
    record Around(Optional<LeavingPost> leaving, Set<RoleCode> filled, Optional<Holder> successor) {}

    /**
     * A handover that may be written.
     *
     * @param receiver empty where nobody is named and whoever confirms does no work of the field
     */
    record Accepted(LeavingPost leaving, Post acting, Optional<Holder> receiver, LocalDate endedOn) {

        Optional<UUID> receiverId() {
            return receiver.map(holder -> holder.post().appointmentId());
        }
    }

    static Result<Accepted> decide(HandoverForm form, Around around, Caller caller, LocalDate today) {
        return visible(around.leaving(), caller).flatMap(leaving -> acting(leaving, around.filled(), caller)
                .flatMap(acting -> Result.unless(
                        check(form, leaving, around, caller, today),
                        new Accepted(
                                leaving,
                                acting,
                                form.toAppointmentId() == null ? standIn(caller, acting) : around.successor(),
                                endedOn(form, today)))));
    }

    /** The post, when the caller hands posts over in its area; else it is not there. */
    static Result<LeavingPost> visible(Optional<LeavingPost> leaving, Caller caller) {
        return leaving.filter(post -> caller.may(Right.HANDOVER_WRITE, post.area()))
                .map(Result::ok)
                .orElse(Result.refused(Problem.NOT_FOUND));
    }

    /** The post of the caller under which this one may be ended. */
    static Result<Post> acting(LeavingPost leaving, Set<RoleCode> filled, Caller caller) {
        List<Post> able = caller.posts().stream()
                .filter(post -> Lines.mayEnd(post, leaving.role(), filled))
                .toList();
        return new Caller(caller.workerId(), caller.number(), able, caller.named())
                .acting(Right.HANDOVER_WRITE, leaving.area());
    }

    private static Optional<Holder> standIn(Caller caller, Post acting) {
        return Lines.mayStandIn(acting.role())
                ? Optional.of(new Holder(caller.workerId(), caller.number(), acting))
                : Optional.empty();
    }

    private static LocalDate endedOn(HandoverForm form, LocalDate today) {
        return Optional.ofNullable(form.endedOn()).orElse(today);
    }

    private static List<Violation> check(
            HandoverForm form, LeavingPost leaving, Around around, Caller caller, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (leaving.workerId().equals(caller.workerId())) {
            found.add(Violation.of("fromAppointmentId", "handover-by-another"));
        }
        if (form.toAppointmentId() != null
                && around.successor().filter(to -> follows(to, leaving)).isEmpty()) {
            found.add(Violation.of("toAppointmentId", "handover-successor"));
        }
        LocalDate endedOn = endedOn(form, today);
        if (endedOn.isAfter(today)) {
            found.add(Violation.of("endedOn", "not-in-future"));
        }
        if (endedOn.isBefore(leaving.appointedOn())) {
            found.add(Violation.of("endedOn", "not-before-appointed"));
        }
        return found;
    }

    private static boolean follows(Holder successor, LeavingPost leaving) {
        Post post = successor.post();
        return !post.appointmentId().equals(leaving.id())
                && Lines.mayFollow(post.role(), leaving.role())
                && post.areas().contains(leaving.area());
    }
}
