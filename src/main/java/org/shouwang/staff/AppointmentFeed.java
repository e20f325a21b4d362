package org.shouwang.staff;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.shouwang.platform.Caller;
import org.shouwang.platform.feed.ReferenceFeed;
import org.shouwang.staff.MeView.AppointmentView;

/** The worker's own posts, as {@code GET /me} shows them: under which an operation is made must be known without network. */
@Singleton
class AppointmentFeed implements ReferenceFeed {

    private final OwnPosts posts;

    AppointmentFeed(OwnPosts posts) {
        this.posts = posts;
    }

    @Override
    public String kind() {
        return "appointment";
    }

    @Override
    public String schema() {
        return "Appointment";
    }

    @Override
    public Uni<List<Reference>> load(Caller caller) {
        return posts.of(caller.workerId()).map(found -> found.stream()
                .sorted(Comparator.comparing(AppointmentView::id))
                .map(post -> new Reference(post.id(), post))
                .toList());
    }
}
