package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.register.ReadingPost;

/** Shows a child's pauses of visits, the newest first, to whoever may read its file, and logs who looked. */
@Singleton
class ListVisitPauses {

    private final ChildRepository children;
    private final Trail trail;

    ListVisitPauses(ChildRepository children, Trail trail) {
        this.children = children;
        this.trail = trail;
    }

    @WithTransaction
    Uni<Result<List<VisitPauseView>>> of(UUID childId, Caller caller) {
        return caller.with(Right.CHILD_READ).then(able -> children.findById(childId)
                .chain(child -> child == null
                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                        : ReadingPost.ofChild(able, Right.CHILD_READ, child.id, child.areaCode)
                                .thenDo(post -> shown(child, able, post))));
    }

    private Uni<List<VisitPauseView>> shown(Child child, Caller caller, Post post) {
        Subject subject = new Subject("CHILD", child.id, child.areaCode);
        return trail.looked(
                        caller,
                        post,
                        "child.list-visit-pauses",
                        subject,
                        List.of(),
                        ReadingPost.why(caller, Right.CHILD_READ, child.id, child.areaCode))
                .chain(Panache::getSession)
                .chain(session -> session.createSelectionQuery(
                                "from VisitPause where childId = :child order by fromDate desc, createdAt desc",
                                VisitPause.class)
                        .setParameter("child", child.id)
                        .getResultList())
                .map(found -> found.stream().map(VisitPauseView::of).toList());
    }
}
