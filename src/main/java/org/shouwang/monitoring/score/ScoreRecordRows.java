package org.shouwang.monitoring.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.record.RequestHash;

/** Commendations and interviews, on the reactive client. */
@Singleton
class ScoreRecordRows {

    private static final String BY_ID = "select " + ScoreRecordView.COLUMNS + """
            , x.request_hash, x.created_by from score_record x join organisation o on o.id = x.unit_id
            where x.id = $1
            """;

    private static final String INSERT = """
            insert into score_record (id, kind, area_code, unit_id, year, reason, held_on, doc_no, agreed, letter_id, request_hash,
                                      created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """;

    /** Of the areas of offices by score_record_area, of the own units by score_record_unit. */
    private static final String LIST = "select " + ScoreRecordView.COLUMNS + """
            from score_record x join organisation o on o.id = x.unit_id
            where x.id in (
                select i.id from unnest($1::bigint[], $2::bigint[]) as s(lower, upper)
                join score_record i on i.area_code >= s.lower and i.area_code < s.upper
                union all
                select i.id from score_record i where i.unit_id = any($3))
              and ($4::bigint is null or x.area_code = $4) and ($5::integer is null or x.year = $5)
              and ($6::uuid is null or x.unit_id = $6)
              and (x.area_code, x.year, x.id) > ($7, $8, $9)
            order by x.area_code, x.year, x.id
            limit $10
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final Clock clock;

    ScoreRecordRows(Clock clock) {
        this.clock = clock;
    }

    /** A record with who made it. */
    record Made(ScoreRecordView view, UUID createdBy, Buffer requestHash) {}

    /** What is wanted of a list; all where it is null. */
    record Wanted(
            @Nullable AreaCode area,
            @Nullable Integer year,
            @Nullable UUID unit) {}

    Uni<Optional<Made>> find(SqlClient client, UUID id) {
        return client.preparedQuery(BY_ID).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Made(ScoreRecordView.of(row), row.getUUID("created_by"), row.getBuffer("request_hash")))
                .findFirst());
    }

    Uni<Void> insert(SqlClient transaction, UUID id, ScoreRecordForm form, UUID worker) {
        Tuple row = Tuple.of(id, form.kind().name(), form.areaCode().value(), form.unitId(), form.year())
                .addString(form.reason())
                .addLocalDate(form.heldOn())
                .addString(form.docNo())
                .addString(form.agreed())
                .addUUID(form.letterId())
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addUUID(worker);
        return transaction.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    Uni<List<ScoreRecordView>> list(SqlClient client, Sight sight, Wanted wanted, Optional<Cursor> after, int limit) {
        AreaCode area = wanted.area();
        Tuple arguments = Tuple.of(sight.areas().lower(), sight.areas().upper(), sight.unitIds())
                .addLong(area == null ? null : area.value())
                .addInteger(wanted.year())
                .addUUID(wanted.unit())
                .addLong(after.map(cursor -> cursor.number(0)).orElse(0L))
                .addInteger(
                        after.map(cursor -> cursor.part(1, Integer::valueOf)).orElse(0))
                .addUUID(after.map(cursor -> cursor.uuid(2)).orElse(FIRST))
                .addInteger(limit);
        return client.preparedQuery(LIST).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(ScoreRecordView::of)
                .toList());
    }
}
