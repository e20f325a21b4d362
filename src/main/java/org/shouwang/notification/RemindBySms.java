package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.shouwang.notification.NextStep.SmsState;
import org.shouwang.notification.UnopenedRows.Settled;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.platform.sms.Sms;
import org.shouwang.platform.sms.SmsBudget;
import org.shouwang.platform.sms.SmsCounties;
import org.shouwang.platform.sms.SmsGateway;
import org.shouwang.platform.sms.SmsLedger;
import org.shouwang.platform.sms.SmsPurpose;
import org.shouwang.platform.sms.SmsResult;

/**
 * Sends one message for what a worker has not opened. It is counted and marked in one transaction, then handed over with no connection
 * held, then its answer is written. A node that is killed between leaves it marked: after the lease another one hands it over again
 * under the same id, which a bridge that remembers ids for as long as the lease sends once; it is not counted again.
 */
@Singleton
class RemindBySms {

    /** What is urgent waits for four minutes at most between two attempts: 30 s doubled three times. */
    private static final int URGENT_DOUBLINGS = 3;

    private final UnopenedRows rows;
    private final SmsGateway sms;
    private final SmsLedger ledger;
    private final Pool pool;
    private final Clock clock;

    RemindBySms(UnopenedRows rows, SmsGateway sms, SmsLedger ledger, Pool pool, Clock clock) {
        this.rows = rows;
        this.sms = sms;
        this.ledger = ledger;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * What one message tells of.
     *
     * @param notices at least one, of one worker and purpose, all new or all of one message that was tried before
     */
    record Reminder(PhoneNumber phone, SmsPurpose purpose, SmsBudget budget, List<Unopened> notices) {

        private Unopened first() {
            return notices.get(0);
        }

        private AreaCode county() {
            return SmsCounties.of(first().place());
        }

        private List<UUID> ids() {
            return notices.stream().map(Unopened::id).toList();
        }
    }

    /** Answers how many notices it was about. The evening may have come since they were looked at. */
    Uni<Integer> send(UUID lease, Reminder reminder) {
        Instant now = clock.instant();
        Instant earliest = QuietHours.earliest(now, reminder.purpose() == SmsPurpose.URGENT);
        if (earliest.isAfter(now)) {
            return rows.await(lease, reminder.ids(), earliest);
        }
        UUID before = reminder.first().smsId();
        return before == null ? begin(lease, reminder) : again(lease, reminder, before);
    }

    /** Another node has it where the lease ran out. */
    private Uni<Integer> again(UUID lease, Reminder reminder, UUID smsId) {
        return rows.renew(lease, reminder.ids())
                .chain(held -> held.isEmpty() ? Uni.createFrom().item(0) : hand(lease, reminder, smsId, held));
    }

    private Uni<Integer> begin(UUID lease, Reminder reminder) {
        UUID smsId = reminder.first().id();
        return pool.withTransaction(transaction -> rows.unread(transaction, lease, reminder.ids())
                        .chain(unread -> unread.isEmpty()
                                ? Uni.createFrom().item(List.<UUID>of())
                                : ledger.take(transaction, reminder.county(), reminder.purpose(), reminder.budget())
                                        .chain(taken -> taken
                                                ? rows.begin(transaction, unread, smsId, clock.instant())
                                                        .replaceWith(unread)
                                                : Uni.createFrom().item(List.<UUID>of()))))
                .chain(begun -> begun.isEmpty() ? putOff(lease, reminder) : hand(lease, reminder, smsId, begun));
    }

    /** Read meanwhile, which the next look sees, or more than the county allows today. */
    private Uni<Integer> putOff(UUID lease, Reminder reminder) {
        Instant tomorrow = LocalDays.at(LocalDays.today(clock).plusDays(1), QuietHours.DAY_BEGINS);
        return rows.await(lease, reminder.ids(), tomorrow);
    }

    private Uni<Integer> hand(UUID lease, Reminder reminder, UUID smsId, List<UUID> ids) {
        Sms message =
                new Sms(smsId, reminder.purpose(), reminder.county(), reminder.phone(), Integer.toString(ids.size()));
        return sms.send(message)
                .chain(result -> rows.settle(
                        lease,
                        ids,
                        settled(
                                result,
                                reminder.purpose(),
                                reminder.first().attempts(),
                                clock.instant(),
                                ThreadLocalRandom.current().nextDouble())))
                .replaceWith(reminder.notices().size());
    }

    /**
     * A bridge that is out of order is tried again until the notice is stale, as {@link NextStep} says.
     *
     * @param before attempts that failed before this one
     */
    static Settled settled(SmsResult result, SmsPurpose purpose, int before, Instant now, double chance) {
        return switch (result.outcome()) {
            case SENT -> new Settled(SmsState.SENT, before + 1, result.reason(), now);
            case REFUSED -> new Settled(SmsState.FAILED, before + 1, result.reason(), now);
            case RETRY -> {
                int doublings = purpose == SmsPurpose.URGENT ? Math.min(before, URGENT_DOUBLINGS) : before;
                Duration wait = Backoff.wait(result.isAttempt() ? doublings : 0, null, chance);
                int attempts = result.isAttempt() ? before + 1 : before;
                yield new Settled(SmsState.SENDING, attempts, result.reason(), now.plus(wait));
            }
        };
    }
}
