package org.shouwang.staff.handover;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;

/** What belongs to a post, for whoever is going to confirm its handover. */
@Singleton
class ShowBelongings {

    private final LeavingPosts posts;
    private final AllBelongings belongings;

    ShowBelongings(LeavingPosts posts, AllBelongings belongings) {
        this.posts = posts;
        this.belongings = belongings;
    }

    Uni<Result<BelongingsView>> of(UUID appointmentId, Caller caller) {
        return caller.with(Right.HANDOVER_WRITE).then(able -> posts.byId(appointmentId)
                .map(found -> HandoverDecision.visible(found, able))
                .chain(visible -> visible.thenDo(post -> Panache.withSession(() -> belongings.open(post.id()))
                        .map(items -> BelongingsView.of(post, items)))));
    }
}
