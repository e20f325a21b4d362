package org.shouwang.notification;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.shouwang.notification.SummarySource.Day;
import org.shouwang.notification.SummarySource.Line;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.background.Batches;
import org.shouwang.staff.Posts;

/**
 * Writes the daily summaries from 08:30 on. One node lists who has anything to do; then all nodes write the notices, a batch a
 * transaction, in which the worker is taken off the list. What a killed node had begun is undone, and another node does it.
 */
@Singleton
class SendSummaries implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(SendSummaries.class);

    private static final int BATCH = 100;
    private static final Duration POSTPONED = Duration.ofHours(1);

    /**
     * What was told by a transaction that is still open is not seen yet, and would be counted by no summary. None is open for
     * longer than a minute; the second one is for clocks of nodes that differ.
     */
    private static final Duration STILL_OPEN = Duration.ofMinutes(2);

    private final List<SummarySource> sources;
    private final SummaryRows rows;
    private final Posts posts;
    private final Notifications notifications;
    private final Clock clock;

    SendSummaries(
            @All List<SummarySource> sources, SummaryRows rows, Posts posts, Notifications notifications, Clock clock) {
        this.sources = sources;
        this.rows = rows;
        this.posts = posts;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "daily-summary";
    }

    /** After the ladder, whose reminders are lines of it, and before the deliveries. */
    @Override
    public int order() {
        return 15;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    /** Answers how many workers were looked at. */
    @Override
    public Uni<Integer> runOnce() {
        Instant now = clock.instant();
        Optional<LocalDate> day = Summary.day(now);
        if (day.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Instant settled = now.minus(STILL_OPEN);
        return rows.day(day.get(), settled)
                .call(known -> known.begun() ? Uni.createFrom().voidItem() : begin(known.day()))
                .chain(known -> known.begun() ? Uni.createFrom().item(known) : rows.day(day.get(), settled))
                .chain(known ->
                        known.begun() ? all(known.day()) : Uni.createFrom().item(0));
    }

    private Uni<Void> begin(Day day) {
        Uni<Set<UUID>> workers = Uni.createFrom().item(HashSet::new);
        for (SummarySource source : sources) {
            workers = workers.call(all -> source.workers(day).invoke(all::addAll));
        }
        return workers.chain(all -> rows.begin(day, all));
    }

    private Uni<Integer> all(Day day) {
        return Batches.untilNone(() -> batch(day));
    }

    private Uni<Integer> batch(Day day) {
        return rows.due(day.day(), clock.instant(), BATCH)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : write(day, due).onFailure().recoverWithUni(() -> oneByOne(day, due)));
    }

    /** What fails alone waits, and holds up nobody else. */
    private Uni<Integer> oneByOne(Day day, List<UUID> workers) {
        return Multi.createFrom()
                .iterable(workers)
                .onItem()
                .transformToUniAndConcatenate(worker ->
                        write(day, List.of(worker)).onFailure().recoverWithUni(cause -> postponed(day, worker, cause)))
                .collect()
                .with(Collectors.summingInt(looked -> looked));
    }

    private Uni<Integer> postponed(Day day, UUID worker, Throwable cause) {
        LOG.errorf(
                "The summary of worker %s cannot be written (%s): it waits for an hour", worker, FailureKind.of(cause));
        return rows.postpone(day.day(), worker, clock.instant().plus(POSTPONED)).replaceWith(1);
    }

    /** All is looked up before the transaction opens; who was written meanwhile by another node is not claimed. */
    private Uni<Integer> write(Day day, List<UUID> workers) {
        return lines(day, workers).chain(lines -> posts.inForce(appointments(lines))
                .map(holders -> Summary.notices(day.day(), lines, holders))
                .chain(notices -> Panache.withTransaction(() -> rows.claim(day.day(), workers)
                        .call(claimed -> notifications.tell(notices.stream()
                                .filter(notice -> claimed.contains(notice.workerId()))
                                .toList()))
                        .map(Set::size))));
    }

    private Uni<List<Line>> lines(Day day, Collection<UUID> workers) {
        Uni<List<Line>> lines = Uni.createFrom().item(ArrayList::new);
        for (SummarySource source : sources) {
            lines = lines.call(all -> source.lines(day, workers).invoke(all::addAll));
        }
        return lines;
    }

    private static Set<UUID> appointments(List<Line> lines) {
        return lines.stream().map(Line::appointmentId).collect(Collectors.toSet());
    }
}
