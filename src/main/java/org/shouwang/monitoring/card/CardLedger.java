package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.monitoring.card.Finding.Judged;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;

/** What was done to cards, by the rules and by people: nothing of it ever changes. */
@Singleton
class CardLedger {

    private static final String DONE = "select card_id, kind, request_hash, worker_id from card_act where id = $1";

    private static final String BY_RULE = """
            insert into card_act (id, card_id, kind, done_at, colour, rule_code, value_version, reason_zh, reason_en, rule_id, threshold,
                                  compared, small, operator, target_value, target_upper, gap)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """;

    private static final String BY_PERSON = """
            insert into card_act (id, card_id, kind, done_at, worker_id, appointment_id, request_hash, reason_zh, reason_en)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
            """;

    private static final String BY_SYSTEM = """
            insert into card_act (id, card_id, kind, done_at, reason_zh, reason_en) values ($1, $2, $3, $4, $5, $6)
            """;

    private static final String OF_CARD = """
            select kind, done_at, colour, rule_code, reason_zh, reason_en from card_act where card_id = $1 order by done_at, id
            """;

    private final Clock clock;

    CardLedger(Clock clock) {
        this.clock = clock;
    }

    /** Whether the act was done before, by the same person and in the same words; refused where its id is another's. */
    Uni<Result<Boolean>> isDone(SqlClient transaction, UUID card, CardActKind kind, CardActForm form, Caller caller) {
        return transaction.preparedQuery(DONE).execute(Tuple.of(form.id())).map(rows -> {
            Optional<Row> found =
                    StreamSupport.stream(rows.spliterator(), false).findFirst();
            boolean same = found.filter(row -> row.getUUID("card_id").equals(card)
                            && row.getString("kind").equals(kind.name())
                            && caller.workerId().equals(row.getUUID("worker_id"))
                            && RequestHash.of(form)
                                    .matches(row.getBuffer("request_hash").getBytes()))
                    .isPresent();
            return found.isEmpty() || same ? Result.ok(same) : Result.refused(Problem.ID_REUSED);
        });
    }

    Uni<Void> byRule(SqlClient transaction, UUID card, CardActKind kind, Grounds grounds) {
        Tuple row = Tuple.of(Ids.next(), card, kind.name())
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addString(grounds.rule().colour().name())
                .addString(grounds.rule().code())
                .addInteger(grounds.valueVersion())
                .addString(grounds.reasonZh())
                .addString(grounds.reasonEn())
                .addUUID(grounds.rule().id())
                .addBigDecimal(grounds.rule().threshold())
                .addBigDecimal(grounds.judged().map(Judged::compared).orElse(null))
                .addBoolean(grounds.judged().map(Judged::small).orElse(null))
                .addString(grounds.judged()
                        .map(one -> one.target().operator().name())
                        .orElse(null))
                .addBigDecimal(grounds.judged().map(one -> one.target().value()).orElse(null))
                .addBigDecimal(grounds.judged().map(one -> one.target().upper()).orElse(null))
                .addBigDecimal(grounds.judged().map(Judged::gap).orElse(null));
        return transaction.preparedQuery(BY_RULE).execute(row).replaceWithVoid();
    }

    Uni<Void> byPerson(SqlClient transaction, UUID card, CardActKind kind, CardActForm form, Caller caller, Post post) {
        Tuple row = Tuple.of(form.id(), card, kind.name())
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(caller.workerId())
                .addUUID(post.appointmentId())
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))
                .addString(form.reason());
        return transaction.preparedQuery(BY_PERSON).execute(row).replaceWithVoid();
    }

    /** What the rules do without asking for a card. */
    Uni<Void> bySystem(SqlClient transaction, UUID card, CardActKind kind, String reasonZh, String reasonEn) {
        return transaction
                .preparedQuery(BY_SYSTEM)
                .execute(Tuple.of(
                        Ids.next(), card, kind.name(), clock.instant().atOffset(ZoneOffset.UTC), reasonZh, reasonEn))
                .replaceWithVoid();
    }

    /** All that was done to a card, the earliest first. */
    Uni<List<CardActView>> of(SqlClient client, UUID card) {
        return client.preparedQuery(OF_CARD).execute(Tuple.of(card)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(CardLedger::act)
                .toList());
    }

    private static CardActView act(Row row) {
        String colour = row.getString("colour");
        return new CardActView(
                CardActKind.valueOf(row.getString("kind")),
                row.getOffsetDateTime("done_at").toInstant(),
                colour == null ? null : CardColour.valueOf(colour),
                row.getString("rule_code"),
                row.getString("reason_zh"),
                row.getString("reason_en"));
    }
}
