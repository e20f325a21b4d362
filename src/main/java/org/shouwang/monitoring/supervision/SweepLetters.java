package org.shouwang.monitoring.supervision;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.shouwang.monitoring.card.ProposeUnanswered;
import org.shouwang.monitoring.card.Unanswered;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.background.Batches;
import org.shouwang.platform.record.Races;

/**
 * Tells of letters, reminds of those that wait, and proposes a red card for what was not answered by its deadline. Each is a
 * transaction of its own: one that fails waits for ten minutes and stops no other.
 */
@Singleton
class SweepLetters implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(SweepLetters.class);
    private static final int BATCH = 50;
    private static final Duration POSTPONED = Duration.ofMinutes(10);

    /** By supervision_letter_look. */
    private static final String DUE = """
            select id, card_id, letter_no, rectify_due_on, status from supervision_letter
            where look_at <= $1
            order by look_at
            limit $2
            """;

    private static final String POSTPONE = "update supervision_letter set look_at = $2 where id = $1 and look_at < $2";

    private final TellOfLetter tell;
    private final ProposeUnanswered cards;
    private final Pool pool;
    private final Clock clock;

    SweepLetters(TellOfLetter tell, ProposeUnanswered cards, Pool pool, Clock clock) {
        this.tell = tell;
        this.cards = cards;
        this.pool = pool;
        this.clock = clock;
    }

    private record Due(UUID id, UUID cardId, String letterNo, LocalDate dueOn, LetterStatus status) {

        static Due of(Row row) {
            return new Due(
                    row.getUUID("id"),
                    row.getUUID("card_id"),
                    row.getString("letter_no"),
                    row.getLocalDate("rectify_due_on"),
                    LetterStatus.valueOf(row.getString("status")));
        }
    }

    @Override
    public String name() {
        return "sweep-letters";
    }

    /** Before the summaries. */
    @Override
    public int order() {
        return 2;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Answers how many letters were looked at. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::batch);
    }

    private Uni<Integer> batch() {
        Instant now = clock.instant();
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), BATCH))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Due::of)
                        .toList())
                .chain(due ->
                        Batches.oneByOne(due, one -> look(one, now), (one, failure) -> putOff(one, now, failure)));
    }

    /** The card first: told of twice, it is proposed once. */
    private Uni<Integer> look(Due due, Instant now) {
        boolean overdue = due.status().awaitsReply() && Deadline.isMissed(due.dueOn(), LocalDays.of(now));
        Uni<Void> proposed = overdue
                ? Races.again(() -> pool.withTransaction(transaction ->
                        cards.instead(transaction, due.cardId(), new Unanswered(due.letterNo(), due.dueOn()))))
                : Uni.createFrom().voidItem();
        return proposed.chain(() -> Races.again(() -> Panache.withTransaction(() -> tell.at(due.id(), now))));
    }

    private Uni<Void> putOff(Due due, Instant now, Throwable failure) {
        LOG.errorf("Letter %s cannot be looked at (%s): it waits for ten minutes", due.id(), FailureKind.of(failure));
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(due.id(), now.plus(POSTPONED).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
