package org.shouwang.monitoring.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.monitoring.score.UnitScoreView.Adjustment;
import org.shouwang.monitoring.score.UnitScoreView.Objection;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.record.RequestHash;

/** What the office adjusts, and what units object, on the reactive client. */
@Singleton
class ScoreRemarks {

    private static final String ADJUSTED =
            "select book_id, worker_id, request_hash from score_adjustment where id = $1";

    /** By score_adjustment_book. */
    private static final String ADJUSTMENTS =
            "select points, reason, done_at from score_adjustment where book_id = $1 and unit_id = $2 order by done_at, id";

    private static final String ADJUST = """
            insert into score_adjustment (id, book_id, unit_id, points, reason, done_at, worker_id, appointment_id, request_hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;

    private static final String SELECT = """
            select x.id, x.book_id, x.unit_id, x.area_code, x.words, x.made_at, x.worker_id, x.request_hash, x.outcome, x.answer,
                   x.answered_at, x.answered_by, x.answer_id, x.answer_hash
            from score_objection x
            """;

    private static final String OBJECTION = SELECT + "where x.id = $1 for update of x";

    /** By score_objection_once. */
    private static final String OF_UNIT = SELECT + "where x.area_code = $1 and x.year = $2 and x.unit_id = $3";

    /** By score_objection_book. */
    private static final String OF_BOOK = SELECT + "where x.book_id = $1 order by x.made_at, x.id";

    private static final String OBJECT = """
            insert into score_objection (id, book_id, unit_id, area_code, year, words, made_at, worker_id, appointment_id, request_hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;

    private static final String ANSWER = """
            update score_objection set outcome = $2, answer = $3, answered_at = $4, answered_by = $5, answer_id = $6, answer_hash = $7
            where id = $1
            """;

    private static final String IS_ANSWER = "select from score_objection where answer_id = $1";

    private final Clock clock;

    ScoreRemarks(Clock clock) {
        this.clock = clock;
    }

    /** Of which book, by whom and in which words something was done. */
    record Done(UUID book, UUID workerId, Buffer hash) {

        boolean isBy(Caller caller, Object form) {
            return workerId.equals(caller.workerId()) && RequestHash.of(form).matches(hash.getBytes());
        }
    }

    /** An objection as it is stored. */
    record Stored(AreaCode area, Objection view, Done made, Optional<UUID> answerId, Optional<Done> answered) {

        static Stored of(Row row) {
            UUID book = row.getUUID("book_id");
            String outcome = row.getString("outcome");
            OffsetDateTime answeredAt = row.getOffsetDateTime("answered_at");
            return new Stored(
                    new AreaCode(row.getLong("area_code")),
                    new Objection(
                            row.getUUID("id"),
                            book,
                            row.getUUID("unit_id"),
                            row.getString("words"),
                            LocalDays.of(row.getOffsetDateTime("made_at").toInstant()),
                            outcome == null ? null : ObjectionOutcome.valueOf(outcome),
                            row.getString("answer"),
                            answeredAt == null ? null : LocalDays.of(answeredAt.toInstant())),
                    new Done(book, row.getUUID("worker_id"), row.getBuffer("request_hash")),
                    Optional.ofNullable(row.getUUID("answer_id")),
                    outcome == null
                            ? Optional.empty()
                            : Optional.of(new Done(book, row.getUUID("answered_by"), row.getBuffer("answer_hash"))));
        }
    }

    Uni<Optional<Done>> adjusted(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(ADJUSTED).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Done(row.getUUID("book_id"), row.getUUID("worker_id"), row.getBuffer("request_hash")))
                .findFirst());
    }

    Uni<List<Adjustment>> adjustments(SqlClient client, UUID book, UUID unit) {
        return client.preparedQuery(ADJUSTMENTS).execute(Tuple.of(book, unit)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Adjustment(
                        row.getBigDecimal("points"),
                        row.getString("reason"),
                        row.getOffsetDateTime("done_at").toInstant()))
                .toList());
    }

    Uni<Void> adjust(SqlClient transaction, UUID book, AdjustmentForm form, Caller caller, Post post) {
        return transaction
                .preparedQuery(ADJUST)
                .execute(Tuple.of(form.id(), book, form.unitId(), form.points(), form.reason(), now())
                        .addUUID(caller.workerId())
                        .addUUID(post.appointmentId())
                        .addBuffer(Buffer.buffer(RequestHash.of(form).bytes())))
                .replaceWithVoid();
    }

    /** Held until the transaction ends. */
    Uni<Optional<Stored>> objection(SqlClient transaction, UUID id) {
        return objections(transaction, OBJECTION, Tuple.of(id))
                .map(found -> found.stream().findFirst());
    }

    /** The one that a unit may make of a year. */
    Uni<Optional<Stored>> objection(SqlClient client, ScoreBook book, UUID unit) {
        return objections(client, OF_UNIT, Tuple.of(book.area().value(), book.year(), unit))
                .map(found -> found.stream().findFirst());
    }

    Uni<List<Stored>> objections(SqlClient client, UUID book) {
        return objections(client, OF_BOOK, Tuple.of(book));
    }

    private static Uni<List<Stored>> objections(SqlClient client, String sql, Tuple arguments) {
        return client.preparedQuery(sql).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(Stored::of)
                .toList());
    }

    Uni<Void> object(SqlClient transaction, ScoreBook book, ObjectionForm form, Caller caller, Post post) {
        return transaction
                .preparedQuery(OBJECT)
                .execute(Tuple.of(
                                form.id(), book.id(), form.unitId(), book.area().value(), book.year(), form.words())
                        .addOffsetDateTime(now())
                        .addUUID(caller.workerId())
                        .addUUID(post.appointmentId())
                        .addBuffer(Buffer.buffer(RequestHash.of(form).bytes())))
                .replaceWithVoid();
    }

    /** Whether an answer, to whichever objection, has this id. */
    Uni<Boolean> isAnswer(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(IS_ANSWER).execute(Tuple.of(id)).map(rows -> rows.size() > 0);
    }

    Uni<Void> answer(SqlClient transaction, UUID objection, AnswerForm form, Caller caller) {
        return transaction
                .preparedQuery(ANSWER)
                .execute(Tuple.of(objection, form.outcome().name(), form.reason(), now(), caller.workerId(), form.id())
                        .addBuffer(Buffer.buffer(RequestHash.of(form).bytes())))
                .replaceWithVoid();
    }

    /** By how much a unit's score was adjusted: what was a mistake is put right by its opposite. */
    static BigDecimal sum(List<Adjustment> adjustments) {
        return adjustments.stream().map(Adjustment::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
