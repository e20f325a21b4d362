package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.register.ReadingPost;
import org.shouwang.register.SealedFields;

/** Shows one child's file and logs who looked. */
@Singleton
class LookAtChild {

    private final ChildRepository children;
    private final ChildPartsRepository parts;
    private final SealedFields sealed;
    private final Trail trail;

    LookAtChild(ChildRepository children, ChildPartsRepository parts, SealedFields sealed, Trail trail) {
        this.children = children;
        this.parts = parts;
        this.sealed = sealed;
        this.trail = trail;
    }

    @WithTransaction
    Uni<Result<ChildView>> look(UUID id, Caller caller) {
        return caller.with(Right.CHILD_READ).then(able -> children.findById(id)
                .chain(found -> found == null
                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                        : ReadingPost.ofChild(caller, Right.CHILD_READ, found.id, found.areaCode)
                                .thenDo(post -> show(found, caller, post))));
    }

    private Uni<ChildView> show(Child child, Caller caller, Post post) {
        Subject subject = new Subject("CHILD", child.id, child.areaCode);
        return trail.looked(
                        caller,
                        post,
                        "child.look",
                        subject,
                        List.of(),
                        ReadingPost.why(caller, Right.CHILD_READ, child.id, child.areaCode))
                .chain(() -> parts.ofChildren(List.of(child.id)))
                .map(of -> ChildView.of(child, Objects.requireNonNull(of.get(child.id)), caller, sealed));
    }
}
