package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Cursor;
import org.shouwang.protection.incident.IncidentRow.Reached;

/** Incidents on the reactive pool. Whoever reads them asks each row whether it is open to the caller. */
@Singleton
class IncidentRows {

    private static final String BY_IDS = IncidentRow.COLUMNS + "from incident i where i.id = any($1)";
    private static final String BY_NAME = IncidentRow.COLUMNS + """
            from incident_name n join incident i on i.id = n.incident_id where n.id = $1
            """;
    /** Those of the county's area by incident_area, those that are open to a post by incident_grant_post; newest first. */
    private static final String LIST = IncidentRow.COLUMNS + """
            from (select i.id from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                  join incident i on i.area_code >= r.lower and i.area_code < r.upper
                  union
                  select g.incident_id from incident_grant g where g.appointment_id = any($3) and g.revoked_at is null) open
            join incident i on i.id = open.id
            where (i.received_at, i.id) < ($4, $5)
              and ($6::text is null or i.stage = $6)
              and ($7::bigint is null
                   or (i.area_code >= $7 and i.area_code < (select code_end from area where code = $7)))
            order by i.received_at desc, i.id desc
            limit $8
            """;

    private static final String STAGES = """
            select id, incident_id, stage, at, note_cipher, appointment_id, created_by from incident_act
            where incident_id = any($1) and kind = 'STAGE'
            order by created_at, at
            """;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final IncidentTexts texts;

    IncidentRows(IncidentTexts texts) {
        this.texts = texts;
    }

    /** Which of them. */
    record Wanted(@Nullable AreaCode area, @Nullable Stage stage) {}

    Uni<List<IncidentRow>> byIds(SqlClient client, Collection<UUID> ids) {
        return query(client, BY_IDS, Tuple.of(ids.toArray(UUID[]::new)));
    }

    /** The same for whoever asks only how a caller stands to them: without their stages. */
    Uni<List<IncidentRow>> standings(SqlClient client, Collection<UUID> ids) {
        return client.preparedQuery(BY_IDS)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> list(rows).stream().map(IncidentRow::of).toList());
    }

    /** The incident that clients know under this id. */
    Uni<Optional<IncidentRow>> byName(SqlClient client, UUID id) {
        return query(client, BY_NAME, Tuple.of(id)).map(found -> found.stream().findFirst());
    }

    Uni<List<IncidentRow>> page(SqlClient client, Wanted wanted, Caller caller, Optional<Cursor> after, int rows) {
        AreaRanges lead = caller.where(Right.INCIDENT_LEAD);
        UUID[] posts = caller.posts().stream()
                .filter(post -> post.has(Right.INCIDENT_LIST))
                .map(Post::appointmentId)
                .toArray(UUID[]::new);
        Stage stage = wanted.stage();
        AreaCode area = wanted.area();
        Tuple arguments = Tuple.of(lead.lower(), lead.upper(), posts)
                .addOffsetDateTime(
                        after.map(cursor -> cursor.instant(0)).orElse(LAST).atOffset(ZoneOffset.UTC))
                .addUUID(after.map(cursor -> cursor.uuid(1)).orElse(new UUID(-1, -1)))
                .addString(stage == null ? null : stage.name())
                .addLong(area == null ? null : area.value())
                .addInteger(rows);
        return query(client, LIST, arguments);
    }

    private Uni<List<IncidentRow>> query(SqlClient client, String sql, Tuple arguments) {
        return client.preparedQuery(sql)
                .execute(arguments)
                .map(rows -> list(rows).stream().map(IncidentRow::of).toList())
                .chain(found -> stages(client, found).map(stages -> found.stream()
                        .map(row -> row.with(stages.getOrDefault(row.incident().id, List.of())))
                        .toList()));
    }

    private Uni<Map<UUID, List<Reached>>> stages(SqlClient client, List<IncidentRow> of) {
        if (of.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        UUID[] ids = of.stream().map(row -> row.incident().id).toArray(UUID[]::new);
        return client.preparedQuery(STAGES).execute(Tuple.of(ids)).map(rows -> {
            Map<UUID, List<Reached>> stages = new HashMap<>();
            rows.forEach(row -> stages.computeIfAbsent(row.getUUID("incident_id"), id -> new ArrayList<>())
                    .add(stage(row)));
            return stages;
        });
    }

    private Reached stage(Row row) {
        StageView stage = new StageView(
                Stage.valueOf(row.getString("stage")),
                row.getOffsetDateTime("at").toInstant(),
                row.getUUID("appointment_id"),
                texts.opened(IncidentSealed.NOTE, row.getUUID("id"), IncidentRow.bytes(row, "note_cipher")));
        return new Reached(stage, row.getUUID("created_by"));
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
