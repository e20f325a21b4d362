package org.shouwang.register.assessment;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.audit.Why;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.register.ReadingPost;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.Children;

/** Shows a child's assessments, the newest first, and logs who looked. */
@Singleton
class ListAssessments {

    private final Children children;
    private final AssessmentRows rows;
    private final Trail trail;

    ListAssessments(Children children, AssessmentRows rows, Trail trail) {
        this.children = children;
        this.rows = rows;
        this.trail = trail;
    }

    @WithTransaction
    Uni<Result<List<AssessmentView>>> of(UUID childId, Caller caller) {
        return Uni.createFrom()
                .item(caller.with(Right.ASSESSMENT_READ))
                .chain(right ->
                        right.then(able -> children.look(Set.of(childId)).chain(found -> {
                            ChildFacts child = found.get(childId);
                            return child == null
                                    ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                                    : ReadingPost.of(able, Right.ASSESSMENT_READ, child.areaCode())
                                            .thenDo(post -> shown(childId, child.areaCode(), able, post));
                        })));
    }

    private Uni<List<AssessmentView>> shown(UUID child, AreaCode area, Caller caller, Post post) {
        return trail.looked(caller, post, "assessment.list", new Subject("CHILD", child, area), List.of(), Why.DUTY)
                .chain(() -> rows.ofChild(child))
                .map(found -> found.stream()
                        .map(row -> AssessmentView.of(row, area, caller))
                        .toList());
    }
}
