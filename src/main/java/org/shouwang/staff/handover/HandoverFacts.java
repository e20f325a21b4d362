package org.shouwang.staff.handover;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Posts;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.handover.HandoverDecision.Around;

/** Gathers what a handover or takeover is decided on, on the reactive pool. */
@Singleton
class HandoverFacts {

    private final LeavingPosts leavingPosts;
    private final Posts posts;

    HandoverFacts(LeavingPosts leavingPosts, Posts posts) {
        this.leavingPosts = leavingPosts;
        this.posts = posts;
    }

    Uni<Around> gather(HandoverForm form) {
        return leavingPosts.byId(form.fromAppointmentId()).chain(leaving -> filledAbove(leaving)
                .chain(filled ->
                        inForce(form.toAppointmentId()).map(successor -> new Around(leaving, filled, successor))));
    }

    Uni<TakeoverDecision.Around> gather(TakeoverForm form) {
        return leavingPosts.byId(form.toAppointmentId()).chain(post -> filledAbove(post)
                .chain(filled -> inForce(form.toAppointmentId()).chain(receiver -> inForce(form.fromAppointmentId())
                        .map(standIn -> new TakeoverDecision.Around(post, filled, receiver, standIn)))));
    }

    private Uni<Set<RoleCode>> filledAbove(Optional<LeavingPost> leaving) {
        return leaving.map(post -> posts.at(post.area(), Set.copyOf(Lines.above(post.role())))
                        .map(holders -> holders.stream()
                                .filter(holder -> !holder.workerId().equals(post.workerId()))
                                .map(holder -> holder.post().role())
                                .collect(Collectors.toSet())))
                .orElseGet(() -> Uni.createFrom().item(Set.of()));
    }

    private Uni<Optional<Holder>> inForce(@Nullable UUID appointment) {
        return appointment == null
                ? Uni.createFrom().item(Optional.empty())
                : posts.inForce(List.of(appointment))
                        .map(found -> found.values().stream().findFirst());
    }
}
