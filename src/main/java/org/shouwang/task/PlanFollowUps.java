package org.shouwang.task;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.background.Batches;
import org.shouwang.platform.http.Unavailable;
import org.shouwang.platform.record.Races;
import org.shouwang.policy.FollowUpPolicies;
import org.shouwang.staff.Posts;
import org.shouwang.task.plan.FollowUpLooks;
import org.shouwang.task.plan.FollowUpLooks.Due;

/**
 * Plans the follow-up of children of whom something has changed, in batches of one transaction each. A killed node loses its open
 * batch, which the next run of any node takes again.
 */
@Singleton
class PlanFollowUps implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(PlanFollowUps.class);

    private static final int BATCH = 50;
    private static final Duration POSTPONED = Duration.ofHours(1);

    /** After what passes: a lost race, a lock or a connection that did not come in time. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final FollowUpLooks looks;
    private final PlanBatch batch;
    private final FollowUpPolicies policies;
    private final Posts posts;
    private final Clock clock;

    PlanFollowUps(FollowUpLooks looks, PlanBatch batch, FollowUpPolicies policies, Posts posts, Clock clock) {
        this.looks = looks;
        this.batch = batch;
        this.policies = policies;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "plan-follow-ups";
    }

    /** After what the rules say of categories, before who is told of what is late. */
    @Override
    public int order() {
        return 6;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    /** Answers how many children were planned. Ends when none is due, or when others hold all that are. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::some);
    }

    private Uni<Integer> some() {
        Instant now = clock.instant();
        return policies.refresh()
                .chain(() -> looks.due(now, BATCH))
                .chain(due ->
                        Batches.together(due, some -> planned(some, now), (one, cause) -> putOff(one, now, cause)));
    }

    /** Who works where is read before the transaction takes its connection; a post that ends meanwhile fails it. */
    private Uni<Integer> planned(List<Due> due, Instant now) {
        Set<AreaCode> places = due.stream().map(Due::areaCode).collect(Collectors.toSet());
        Set<UUID> responsible = due.stream()
                .flatMap(one -> Stream.ofNullable(one.responsible()))
                .collect(Collectors.toSet());
        return posts.at(places, WhoFollows.ROLES)
                .chain(there -> posts.inForce(responsible)
                        .map(held -> new PlanPeople(
                                due.stream().collect(Collectors.toMap(Due::childId, one -> one)),
                                new Carers(there, held))))
                .chain(people -> Panache.withTransaction(() -> batch.plan(due, people, now)));
    }

    private Uni<Void> putOff(Due due, Instant now, Throwable cause) {
        boolean passes = Races.isLost(cause) || Unavailable.isCauseOf(cause);
        Duration wait = passes ? SOON : POSTPONED;
        LOG.logf(
                passes ? Logger.Level.WARN : Logger.Level.ERROR,
                "Follow-up of child %s cannot be planned (%s): it waits for %d s",
                due.childId(),
                FailureKind.of(cause),
                wait.toSeconds());
        return looks.postpone(due.childId(), now, now.plus(wait));
    }
}
