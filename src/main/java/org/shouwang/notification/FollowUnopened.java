package org.shouwang.notification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.NextStep.CallState;
import org.shouwang.notification.NextStep.Look;
import org.shouwang.notification.RemindBySms.Reminder;
import org.shouwang.notification.reach.ReachBook;
import org.shouwang.notification.reach.ReachBooks;
import org.shouwang.notification.reach.ReachSettings;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.background.Batches;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.platform.sms.SmsPurpose;
import org.shouwang.staff.WorkerRows;
import org.shouwang.staff.device.Devices;

/**
 * Sees that what matters reaches its worker when the push is not opened: by SMS, and in the end by a call. What was read, done, taken
 * or accepted meanwhile is asked again at each look, right before anything is sent.
 */
@Singleton
class FollowUnopened implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(FollowUnopened.class);

    private static final int WORKERS = 50;
    private static final String READ = "READ";
    private static final Duration POSTPONED = Duration.ofMinutes(1);

    /** A message takes seconds, where the bridge is slow: what is begun in the first half of a lease ends within it. */
    private static final Duration BEGIN_WITHIN = DeliveryRows.LEASE.dividedBy(2);

    private final UnopenedRows rows;
    private final RemindBySms reminders;
    private final AskForCall calls;
    private final CallRequests tasks;
    private final Outdated outdated;
    private final PushChannels channels;
    private final ReachBooks books;
    private final WorkerRows workers;
    private final Devices devices;
    private final UnreachedCount unreached;
    private final Pool pool;
    private final Clock clock;

    FollowUnopened(
            UnopenedRows rows,
            RemindBySms reminders,
            AskForCall calls,
            CallRequests tasks,
            Outdated outdated,
            PushChannels channels,
            ReachBooks books,
            WorkerRows workers,
            Devices devices,
            UnreachedCount unreached,
            Pool pool,
            Clock clock) {
        this.rows = rows;
        this.reminders = reminders;
        this.calls = calls;
        this.tasks = tasks;
        this.outdated = outdated;
        this.channels = channels;
        this.books = books;
        this.workers = workers;
        this.devices = devices;
        this.unreached = unreached;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "follow-unopened";
    }

    /** After the pushes, which it follows. */
    @Override
    public int order() {
        return 25;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    /** Answers how many notices were looked at. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::batch);
    }

    private Uni<Integer> batch() {
        UUID lease = UUID.randomUUID();
        Instant begun = clock.instant();
        return rows.claim(lease, begun, WORKERS)
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(0)
                        : around(claimed).chain(around -> all(lease, claimed, around, begun.plus(BEGIN_WITHIN))));
    }

    /**
     * What is known around the notices of a batch.
     *
     * @param needless those after which nobody need be sent any more
     * @param phones numbers of active workers
     * @param wakeable workers with a device that a push may reach
     * @param callsOver tasks that ask for a call and are over
     * @param open whether messages may be sent
     */
    private record Around(
            Set<UUID> needless,
            Map<UUID, Optional<PhoneNumber>> phones,
            Set<UUID> wakeable,
            Set<UUID> callsOver,
            ReachBook book,
            boolean open) {

        private Look look(Unopened notice) {
            Optional<PhoneNumber> phone = phones.getOrDefault(notice.workerId(), Optional.empty());
            return new Look(
                    notice.grade(),
                    notice.toldAt(),
                    needless(notice),
                    wakeable.contains(notice.workerId()),
                    phone.filter(PhoneNumber::isMobile).isPresent(),
                    notice.sms(),
                    call(notice),
                    notice.lastSms());
        }

        private @Nullable String needless(Unopened notice) {
            if (notice.subject().read()) {
                return READ;
            }
            if (notice.inboxSeen() && !notice.grade().isUrgent()) {
                return "INBOX_SEEN";
            }
            if (!notice.inOffice() || !phones.containsKey(notice.workerId())) {
                return "POST_ENDED";
            }
            return needless.contains(notice.id()) ? "OVER_OR_KNOWN" : null;
        }

        private CallState call(Unopened notice) {
            UUID task = notice.callTaskId();
            if (task == null) {
                return notice.place() == null ? CallState.NOBODY : CallState.NONE;
            }
            return callsOver.contains(task) ? CallState.OVER : CallState.ASKED;
        }
    }

    private Uni<Around> around(List<Unopened> claimed) {
        Set<UUID> people = claimed.stream().map(Unopened::workerId).collect(Collectors.toSet());
        Set<UUID> asked = claimed.stream()
                .flatMap(notice -> Optional.ofNullable(notice.callTaskId()).stream())
                .collect(Collectors.toSet());
        return outdated.orKnown(claimed.stream().map(Unopened::subject).toList())
                .chain(needless -> workers.phones(people).chain(phones -> channels.open()
                        .chain(open -> devices.wakeable(pool, people, open))
                        .chain(wakeable -> tasks.over(pool, asked)
                                .chain(over -> books.read().chain(book -> channels.smsIsOpen()
                                        .map(open -> new Around(needless, phones, wakeable, over, book, open)))))));
    }

    /** @param last the moment until which messages are begun; what is left is free for the next claim */
    private Uni<Integer> all(UUID lease, List<Unopened> claimed, Around around, Instant last) {
        Instant now = clock.instant();
        Map<List<Object>, List<Unopened>> messages = new LinkedHashMap<>();
        List<Uni<Integer>> steps = new ArrayList<>();
        for (Unopened notice : claimed) {
            NextStep step = NextStep.of(around.look(notice), settings(notice, around, now), around.open(), now);
            if (step.kind() == NextStep.Kind.SMS) {
                messages.computeIfAbsent(message(notice), one -> new ArrayList<>())
                        .add(notice);
            } else {
                steps.add(guarded(
                        lease,
                        List.of(notice),
                        Uni.createFrom().deferred(() -> done(lease, notice, step, around, now))));
            }
        }
        messages.values()
                .forEach(notices -> steps.add(guarded(
                        lease,
                        notices,
                        Uni.createFrom()
                                .deferred(() -> clock.instant().isAfter(last)
                                        ? rows.await(lease, ids(notices), now)
                                        : reminders.send(lease, reminder(notices, around, now))))));
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(step -> step)
                .collect()
                .last()
                .replaceWith(claimed.size());
    }

    private static List<UUID> ids(List<Unopened> notices) {
        return notices.stream().map(Unopened::id).toList();
    }

    private static ReachSettings settings(Unopened notice, Around around, Instant now) {
        return around.book().at(notice.place(), LocalDays.of(now));
    }

    private static SmsPurpose purpose(Unopened notice) {
        return notice.grade().isUrgent() ? SmsPurpose.URGENT : SmsPurpose.REMINDER;
    }

    /** What one message tells of: all that is new for a worker, or what one that was tried before told of. */
    private static List<Object> message(Unopened notice) {
        UUID before = notice.smsId();
        return List.of(notice.workerId(), purpose(notice), before == null ? "new" : before);
    }

    private static Reminder reminder(List<Unopened> notices, Around around, Instant now) {
        Unopened first = notices.get(0);
        return new Reminder(
                Objects.requireNonNull(around.phones().get(first.workerId())).orElseThrow(),
                purpose(first),
                settings(first, around, now).budget(),
                notices);
    }

    private Uni<Integer> done(UUID lease, Unopened notice, NextStep step, Around around, Instant now) {
        return switch (step.kind()) {
            case WAIT -> rows.await(lease, List.of(notice.id()), step.moment());
            case END -> end(lease, notice, Objects.requireNonNull(step.reason()));
            case CALL ->
                calls.ask(notice)
                        .chain(task -> task.isPresent()
                                ? Uni.createFrom().item(1)
                                : done(lease, notice, withoutCaller(notice, around, now), around, now));
            case SMS -> throw new IllegalStateException("messages are gathered");
        };
    }

    private static NextStep withoutCaller(Unopened notice, Around around, Instant now) {
        return NextStep.withoutCaller(around.look(notice), settings(notice, around, now), around.open(), now);
    }

    private Uni<Integer> end(UUID lease, Unopened notice, String reason) {
        UUID task = notice.callTaskId();
        Uni<Void> withdrawn = task == null ? Uni.createFrom().voidItem() : withdraw(notice, task, reason);
        return withdrawn.chain(() -> rows.end(lease, notice.id(), reason)).invoke(ended -> {
            if (ended > 0) {
                unreached.ended(notice.grade(), notice.sms(), reason);
            }
        });
    }

    /** Whoever has read one of several knows; what is over otherwise says nothing of the others, for which the call stands too. */
    private Uni<Void> withdraw(Unopened notice, UUID task, String reason) {
        Uni<Boolean> wanted = reason.equals(READ) ? Uni.createFrom().item(false) : rows.calledForOthers(notice, task);
        return wanted.chain(still -> still ? Uni.createFrom().voidItem() : calls.withdraw(task));
    }

    /** What fails stops nothing else; it waits. */
    private Uni<Integer> guarded(UUID lease, List<Unopened> notices, Uni<Integer> work) {
        return work.onFailure().recoverWithUni(failure -> {
            LOG.errorf(
                    "Notice %s cannot be followed up (%s): it waits",
                    notices.get(0).id(), FailureKind.of(failure));
            return rows.await(lease, ids(notices), later());
        });
    }

    private Instant later() {
        return clock.instant().plus(POSTPONED);
    }
}
