package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.background.Batches;
import org.shouwang.register.child.CategoryLooks.Due;
import org.shouwang.staff.Posts;

/**
 * Looks at children whose categories may begin or end: after a fact was recorded, and on the day itself. In batches of one
 * transaction each; a killed node loses its open batch, which the next run of any node claims again.
 */
@Singleton
class ReviewCategories implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(ReviewCategories.class);

    private static final int BATCH = 50;

    private static final Set<RoleCode> ABOVE = Set.of(RoleCode.TOWNSHIP_COORDINATOR, RoleCode.COUNTY_CIVIL_AFFAIRS);

    private final CategoryLooks looks;
    private final ReviewBatch batch;
    private final Posts posts;
    private final Clock clock;

    ReviewCategories(CategoryLooks looks, ReviewBatch batch, Posts posts, Clock clock) {
        this.looks = looks;
        this.batch = batch;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "review-categories";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Answers how many children were looked at. Ends when none is due, or when others hold all that are. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::some);
    }

    private Uni<Integer> some() {
        LocalDate today = LocalDays.today(clock);
        return looks.due(today, BATCH)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : reviewed(due, today).onFailure().recoverWithUni(() -> oneByOne(due, today)));
    }

    /** Who may be told is read before the transaction takes its connection. */
    private Uni<Integer> reviewed(List<Due> due, LocalDate today) {
        Set<UUID> ids = due.stream().map(Due::childId).collect(Collectors.toSet());
        return posts.at(due.stream().map(Due::areaCode).collect(Collectors.toSet()), ABOVE)
                .chain(told -> Panache.withTransaction(() -> looks.claim(ids, today)
                        .chain(children -> batch.review(children, told, today).replaceWith(children.size()))));
    }

    /** What fails alone waits for a day, and holds up nobody else. */
    private Uni<Integer> oneByOne(List<Due> due, LocalDate today) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> reviewed(List.of(one), today).onFailure().recoverWithUni(cause -> postponed(one, cause)))
                .collect()
                .with(Collectors.summingInt(looked -> looked));
    }

    private Uni<Integer> postponed(Due due, Throwable cause) {
        LOG.errorf(
                "Categories of child %s cannot be reviewed (%s): it waits for a day",
                due.childId(), FailureKind.of(cause));
        return looks.postpone(due.childId(), LocalDays.today(clock).plusDays(1)).replaceWith(1);
    }
}
