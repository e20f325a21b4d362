package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.protection.SealedTexts;

/** Warning letters and protection orders, row by row, in the session of a use case that holds the case. */
@Singleton
class Papers {

    private static final String LETTER = "select " + PaperRow.AS_TEXT + " from warning_letter p where p.id = $1";
    private static final String LETTERS = "select " + PaperRow.AS_TEXT + " from warning_letter p where p.case_id = $1";
    private static final String ORDER = "select " + PaperRow.AS_TEXT + " from protection_order p where p.id = $1";
    private static final String ORDERS = "select " + PaperRow.AS_TEXT + " from protection_order p where p.case_id = $1";
    private static final String EXTENDED =
            "select 1 from protection_order where extends_id = $1 and valid_from is not null"
                    + " and ended_on is null and not mistaken";

    private static final String PUT_LETTER = """
            insert into warning_letter (id, case_id, letter_no_cipher, issued_on, village_notified_on, mistaken,
                                        request_hash, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (id) do update
            set letter_no_cipher = excluded.letter_no_cipher, issued_on = excluded.issued_on,
                village_notified_on = excluded.village_notified_on, mistaken = excluded.mistaken,
                request_hash = excluded.request_hash
            """;
    private static final String PUT_ORDER = """
            insert into protection_order (id, case_id, extends_id, applied_on, accepted_at, applied_by, urgent, refused_on,
                                          order_no_cipher, measures, valid_from, valid_to, served_on, ended_on, mistaken,
                                          request_hash, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            on conflict (id) do update
            set extends_id = excluded.extends_id, applied_on = excluded.applied_on, accepted_at = excluded.accepted_at,
                applied_by = excluded.applied_by, urgent = excluded.urgent, refused_on = excluded.refused_on,
                order_no_cipher = excluded.order_no_cipher, measures = excluded.measures, valid_from = excluded.valid_from,
                valid_to = excluded.valid_to, served_on = excluded.served_on, ended_on = excluded.ended_on,
                mistaken = excluded.mistaken, request_hash = excluded.request_hash
            """;

    private final SealedTexts texts;
    private final Clock clock;

    Papers(SealedTexts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** A letter or an order, and the hash of what was last said of it, in hex. */
    record Kept<T>(T paper, String hash) {

        boolean isSaidAgain(RequestHash asked) {
            return HexFormat.of().formatHex(asked.bytes()).equals(hash);
        }
    }

    Uni<Optional<Kept<WarningLetter>>> letter(UUID id) {
        return rows(LETTER, id).map(found -> found.stream()
                .findFirst()
                .map(row -> new Kept<>(PaperRow.letter(row, texts), PaperRow.hash(row))));
    }

    Uni<List<WarningLetter>> letters(UUID caseId) {
        return rows(LETTERS, caseId)
                .map(found ->
                        found.stream().map(row -> PaperRow.letter(row, texts)).toList());
    }

    Uni<Optional<Kept<ProtectionOrder>>> order(UUID id) {
        return rows(ORDER, id).map(found -> found.stream()
                .findFirst()
                .map(row -> new Kept<>(PaperRow.order(row, texts), PaperRow.hash(row))));
    }

    Uni<List<ProtectionOrder>> orders(UUID caseId) {
        return rows(ORDERS, caseId)
                .map(found ->
                        found.stream().map(row -> PaperRow.order(row, texts)).toList());
    }

    /** Whether another order goes on where this one ends. */
    Uni<Boolean> isExtended(UUID order) {
        return SessionSql.rows(EXTENDED, order).map(found -> !found.isEmpty());
    }

    private static Uni<List<JsonObject>> rows(String sql, UUID id) {
        return SessionSql.rows(sql, id).map(found -> found.stream()
                .map(row -> new JsonObject((String) Objects.requireNonNull(row[0])))
                .toList());
    }

    Uni<Void> write(WarningLetter letter, RequestHash hash, UUID worker) {
        return SessionSql.update(
                        PUT_LETTER,
                        letter.id(),
                        letter.caseId(),
                        CaseRepository.bytes(texts.closed(ViolenceSealed.LETTER_NO, letter.id(), letter.letterNo())),
                        letter.issuedOn(),
                        letter.villageNotifiedOn(),
                        letter.mistaken(),
                        Buffer.buffer(hash.bytes()),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        worker)
                .replaceWithVoid();
    }

    Uni<Void> write(ProtectionOrder order, RequestHash hash, UUID worker) {
        Instant accepted = order.acceptedAt();
        return SessionSql.update(
                        PUT_ORDER,
                        order.id(),
                        order.caseId(),
                        order.extendsId(),
                        order.appliedOn(),
                        accepted == null ? null : accepted.atOffset(ZoneOffset.UTC),
                        order.appliedBy().name(),
                        order.urgent(),
                        order.refusedOn(),
                        CaseRepository.bytes(texts.closed(ViolenceSealed.ORDER_NO, order.id(), order.orderNo())),
                        names(order.measures()),
                        order.validFrom(),
                        order.validTo(),
                        order.servedOn(),
                        order.endedOn(),
                        order.mistaken(),
                        Buffer.buffer(hash.bytes()),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        worker)
                .replaceWithVoid();
    }

    private static String @Nullable [] names(@Nullable List<OrderCodes.OrderMeasure> measures) {
        return measures == null ? null : measures.stream().map(Enum::name).toArray(String[]::new);
    }
}
