package org.shouwang.task;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.audit.Why;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.policy.FollowUpPolicies;
import org.shouwang.register.ReadingPost;
import org.shouwang.register.child.Children;
import org.shouwang.task.plan.CardDates;
import org.shouwang.task.plan.FollowUpFacts;

/** Shows the dates of a child's follow-up that are no task to whoever may read its file, and logs who looked. */
@Singleton
class ShowFollowUpDates {

    private final Children children;
    private final FollowUpFacts facts;
    private final FollowUpPolicies policies;
    private final Trail trail;
    private final Clock clock;

    ShowFollowUpDates(Children children, FollowUpFacts facts, FollowUpPolicies policies, Trail trail, Clock clock) {
        this.children = children;
        this.facts = facts;
        this.policies = policies;
        this.trail = trail;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Result<FollowUpDates>> of(UUID child, Caller caller) {
        return caller.with(Right.CHILD_READ).then(able -> children.home(child)
                .chain(home -> home.isEmpty()
                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                        : ReadingPost.ofChild(able, Right.CHILD_READ, child, home.get())
                                .thenDo(post -> shown(child, home.get(), able, post))));
    }

    private Uni<FollowUpDates> shown(UUID child, AreaCode home, Caller caller, Post post) {
        Subject subject = new Subject("CHILD", child, home);
        Why why = ReadingPost.why(caller, Right.CHILD_READ, child, home);
        return trail.looked(caller, post, "child.look-at-follow-up", subject, List.of(), why)
                .chain(() -> dates(child));
    }

    private Uni<FollowUpDates> dates(UUID child) {
        return facts.of(List.of(child), LocalDays.today(clock))
                .map(found -> new FollowUpDates(
                        child,
                        found.stream()
                                .findFirst()
                                .flatMap(followed -> CardDates.nextContact(followed, policies.at(followed.areaCode())))
                                .orElse(null)));
    }
}
