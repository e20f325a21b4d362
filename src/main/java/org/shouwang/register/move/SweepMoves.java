package org.shouwang.register.move;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.background.Batches;
import org.shouwang.register.move.MoveLadderRows.Due;
import org.shouwang.staff.Posts;
import org.shouwang.staff.Posts.Holder;

/**
 * Tells of moves that nobody answers, one transaction each: claim, look again, tell, note the step. A killed node loses its
 * open one, which the next sweep of any node claims again.
 */
@Singleton
class SweepMoves implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(SweepMoves.class);

    private static final int BATCH = 50;
    private static final Duration POSTPONED = Duration.ofHours(1);

    private final MoveLadderRows rows;
    private final MoveRepository moves;
    private final MovePeople people;
    private final Posts posts;
    private final Notifications notifications;
    private final Map<MoveStep, Integer> days;
    private final Clock clock;

    SweepMoves(
            MoveLadderRows rows,
            MoveRepository moves,
            MovePeople people,
            Posts posts,
            Notifications notifications,
            MoveLadderConfig ladder,
            Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.people = people;
        this.posts = posts;
        this.notifications = notifications;
        this.days = ladder.days();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-moves";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    /** Answers how many moves were looked at. Ends when none is due, or when other nodes hold all that are. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::batch);
    }

    private Uni<Integer> batch() {
        Instant now = clock.instant();
        return rows.due(now, BATCH).chain(due -> Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> looked(one, now).onFailure().recoverWithUni(cause -> postponed(one.id(), now, cause)))
                .collect()
                .with(Collectors.summingInt(looked -> looked)));
    }

    private Uni<Integer> postponed(UUID move, Instant now, Throwable cause) {
        LOG.errorf("Move %s cannot be passed up (%s): it waits for an hour", move, FailureKind.of(cause));
        return rows.postpone(move, now.plus(POSTPONED)).replaceWith(1);
    }

    /** Who is told what. */
    private record Around(Due due, MovePeople.Around people, List<Holder> requester) {

        List<Holder> of(MoveStep step, MoveState state) {
            AreaCode asked = due.village(due.asked());
            return switch (step) {
                case ASKED, REMINDER -> state == MoveState.PROPOSED ? people.coordinators(asked) : people.asked(asked);
                case COORDINATOR -> people.coordinators(asked);
                case COUNTY -> people.county(asked);
            };
        }

        List<Holder> told(MoveStep step, MoveState state) {
            return step == MoveStep.COORDINATOR
                    ? Stream.concat(of(step, state).stream(), requester.stream())
                            .distinct()
                            .toList()
                    : of(step, state);
        }
    }

    private Uni<Integer> looked(Due due, Instant now) {
        List<AreaCode> villages = Stream.of(due.leaving(), due.receiving())
                .flatMap(area -> Optional.ofNullable((@Nullable AreaCode) area).stream())
                .toList();
        return people.around(villages)
                .chain(around -> posts.inForce(List.of(due.requester()))
                        .map(found -> List.copyOf(found.values()))
                        .map(requester -> new Around(
                                due,
                                around,
                                requester.isEmpty()
                                        ? around.asked(due.village(due.asked().other()))
                                        : requester)))
                .chain(around ->
                        Panache.withTransaction(() -> moves.locked(due.id()).chain(move -> look(move, around, now))));
    }

    private Uni<Integer> look(@Nullable ChildMove move, Around around, Instant now) {
        if (move == null || !around.due().stillHolds(move)) {
            return Uni.createFrom().item(0);
        }
        return rows.claim(move.id, now)
                .chain(told -> told.isEmpty() ? Uni.createFrom().item(0) : tell(move, told.get(), around, now));
    }

    private Uni<Integer> tell(ChildMove move, Set<MoveStep> told, Around around, Instant now) {
        MoveLadder.Plan plan = move.state.open()
                ? MoveLadder.plan(move.askedAt, days, told, vacant(move, around), now)
                : new MoveLadder.Plan(Set.of(), Optional.empty());
        List<Notice> notices = new ArrayList<>();
        plan.tell().forEach(step -> notices.addAll(MoveNotices.step(move, step, around.told(step, move.state))));
        return rows.follow(move.id, plan, now)
                .chain(() -> notifications.tell(notices))
                .replaceWith(1);
    }

    private static Set<MoveStep> vacant(ChildMove move, Around around) {
        Set<MoveStep> vacant = EnumSet.allOf(MoveStep.class);
        vacant.removeIf(step -> !around.of(step, move.state).isEmpty());
        return vacant;
    }
}
