package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.card.Finding.Judged;
import org.shouwang.monitoring.collection.PublishedValues.Shown;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.record.RequestHash;

/** Cards that were given by hand: the act that gave one has its id. */
@Singleton
class HandCardRows {

    private static final String GIVEN =
            "select request_hash, worker_id from card_act where id = $1 and card_id = $1 and kind = 'HAND'";

    private static final String INSERT = """
            insert into card (id, responsibility_id, period_id, area_code, unit_id, indicator_code, colour, status, rule_code, condition,
                              reason_zh, reason_en, value_id, proposed_at, issued_on)
            values ($1, $2, $3, $4, $5, $6, $7, 'ISSUED', 'HAND', 'BY_HAND', $8, $8, $9, $10, $11)
            """;

    private static final String KEEP = """
            insert into card_act (id, card_id, kind, done_at, colour, rule_code, value_version, reason_zh, reason_en, compared, small,
                                  operator, target_value, target_upper, gap, worker_id, appointment_id, request_hash)
            values ($1, $1, 'HAND', $2, $3, 'HAND', $4, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """;

    private final Clock clock;

    HandCardRows(Clock clock) {
        this.clock = clock;
    }

    /** By whom, and in which words. */
    record Given(UUID workerId, Buffer hash) {}

    Uni<Optional<Given>> given(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(GIVEN).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Given(row.getUUID("worker_id"), row.getBuffer("request_hash")))
                .findFirst());
    }

    /**
     * Issues a card.
     *
     * @param value that is published for the period
     * @param judged the figures, for the letter
     */
    Uni<Void> insert(
            SqlClient transaction,
            UUID id,
            HandCardForm form,
            Responsibility line,
            Optional<Shown> value,
            Optional<Judged> judged,
            Caller caller,
            Post post) {
        Tuple card = Tuple.of(id, line.id(), form.periodId(), line.area().value(), line.unitId(), line.indicatorCode())
                .addString(form.colour().name())
                .addString(form.reason())
                .addUUID(value.map(Shown::id).orElse(null))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addLocalDate(LocalDays.today(clock));
        Tuple act = Tuple.of(
                        id,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        form.colour().name(),
                        value.map(Shown::version).orElse(0))
                .addString(form.reason())
                .addBigDecimal(judged.map(Judged::compared).orElse(null))
                .addBoolean(judged.map(Judged::small).orElse(null))
                .addString(judged.map(one -> one.target().operator().name()).orElse(null))
                .addBigDecimal(judged.map(one -> one.target().value()).orElse(null))
                .addBigDecimal(judged.map(one -> one.target().upper()).orElse(null))
                .addBigDecimal(judged.map(Judged::gap).orElse(null))
                .addUUID(caller.workerId())
                .addUUID(post.appointmentId())
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()));
        return transaction
                .preparedQuery(INSERT)
                .execute(card)
                .chain(() -> transaction.preparedQuery(KEEP).execute(act))
                .replaceWithVoid();
    }
}
