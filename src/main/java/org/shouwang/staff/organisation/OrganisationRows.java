package org.shouwang.staff.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.record.RequestHash;

/** Organisations, on the reactive client. */
@Singleton
public class OrganisationRows {

    private static final String BY_ID = "select " + OrganisationView.COLUMNS + ", o.request_hash, o.created_by "
            + "from organisation o where o.id = $1";

    private static final String LOCKED = BY_ID + " for update";

    private static final String INSERT = """
            insert into organisation (id, name, kind, area_code, parent_id, request_hash, created_by)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (id) do nothing
            """;

    private static final String UPDATE = """
            update organisation o
            set name = coalesce($2, o.name), kind = coalesce($3, o.kind), status = coalesce($4, o.status)
            where o.id = $1
            returning
            """ + OrganisationView.COLUMNS;

    private static final String IN_USE = """
            select exists (select 1 from appointment where organisation_id = $1 and status <> 'ENDED') as posts,
                   exists (select 1 from area where administered_by_organisation_id = $1) as areas
            """;

    private static final String IN_AREA = "select " + OrganisationView.COLUMNS + """

            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join (select code, code_end from area where code = $3
                  union all select 0, 1000000000000 where $3::bigint is null) asked on true
            join organisation o
              on o.area_code >= greatest(r.lower, asked.code, $5) and o.area_code < least(r.upper, asked.code_end)
            where (o.area_code, o.id) > ($5, $6) and ($4::text is null or o.kind = $4)
            order by o.area_code, o.id
            limit $7
            """;

    private static final String NAMES = "select id, name from organisation where id = any($1)";

    private static final UUID FIRST = new UUID(0, 0);

    private final Pool pool;

    OrganisationRows(Pool pool) {
        this.pool = pool;
    }

    /** An organisation with the request that made it; both empty for one that came with the instance. */
    record Found(
            OrganisationView view,
            @Nullable Buffer requestHash,
            @Nullable UUID createdBy) {}

    /** What still hangs on an organisation. */
    record Use(boolean posts, boolean areas) {}

    Uni<Optional<Found>> find(SqlClient client, UUID id) {
        return found(client, BY_ID, id);
    }

    /** The organisation, unchangeable for others until the transaction ends. */
    Uni<Optional<Found>> locked(SqlClient transaction, UUID id) {
        return found(transaction, LOCKED, id);
    }

    /** False when the id was taken meanwhile. */
    Uni<Boolean> insert(SqlClient transaction, UUID id, OrganisationForm form, UUID workerId) {
        Tuple row = Tuple.of(
                        id, form.name(), form.kind().name(), form.areaCode().value(), form.parentId())
                .addBuffer(Buffer.buffer(RequestHash.of(form).bytes()))
                .addUUID(workerId);
        return transaction.preparedQuery(INSERT).execute(row).map(rows -> rows.rowCount() == 1);
    }

    Uni<OrganisationView> update(SqlClient transaction, UUID id, OrganisationPatch patch) {
        Tuple row = Tuple.of(id, patch.name(), name(patch.kind()), name(patch.status()));
        return transaction
                .preparedQuery(UPDATE)
                .execute(row)
                .map(rows -> OrganisationView.of(rows.iterator().next()));
    }

    Uni<Use> use(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(IN_USE).execute(Tuple.of(id)).map(rows -> {
            Row row = rows.iterator().next();
            return new Use(row.getBoolean("posts"), row.getBoolean("areas"));
        });
    }

    /** The organisations of a scope, or of one area within it, in the order of area and id. */
    Uni<List<OrganisationView>> inArea(
            AreaRanges scope,
            @Nullable AreaCode area,
            @Nullable OrganisationKind kind,
            Optional<Cursor> after,
            int limit) {
        Tuple arguments = Tuple.of(scope.lower(), scope.upper(), area == null ? null : area.value(), name(kind))
                .addLong(after.map(cursor -> cursor.number(0)).orElse(0L))
                .addUUID(after.map(cursor -> cursor.uuid(1)).orElse(FIRST))
                .addInteger(limit);
        return pool.preparedQuery(IN_AREA).execute(arguments).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(OrganisationView::of)
                .toList());
    }

    public Uni<Map<UUID, String>> names(Collection<UUID> ids) {
        return pool.preparedQuery(NAMES)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("id"), row -> row.getString("name"))));
    }

    private static Uni<Optional<Found>> found(SqlClient client, String query, UUID id) {
        return client.preparedQuery(query).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(OrganisationRows::found)
                .findFirst());
    }

    private static Found found(Row row) {
        return new Found(OrganisationView.of(row), row.getBuffer("request_hash"), row.getUUID("created_by"));
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }
}
