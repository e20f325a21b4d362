package org.shouwang.protection.violence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
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

/** Cases on the reactive pool. Whoever reads them asks each row whether it is open to the caller. */
@Singleton
class CaseRows {

    private static final String BY_IDS = "select c.* from violence_case c where c.id = any($1) order by c.id";

    /**
     * Those that the county leads by violence_case_area, those that are open to a post by violence_grant_post, those of an agency
     * by violence_stage_organisation; newest first.
     */
    private static final String LIST = """
            select c.*
            from (select c.id from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                  join violence_case c on c.area_code >= r.lower and c.area_code < r.upper and c.victim_child_id is not null
                  union
                  select c.id from unnest($3::bigint[], $4::bigint[]) as r(lower, upper)
                  join violence_case c on c.area_code >= r.lower and c.area_code < r.upper and c.victim_child_id is null
                  union
                  select g.case_id from violence_grant g where g.appointment_id = any($5) and g.revoked_at is null
                  union
                  select s.case_id from appointment a
                  join violence_stage s on s.organisation_id = a.organisation_id
                  where a.id = any($5) and a.role_code = 'AGENCY_OFFICER') open
            join violence_case c on c.id = open.id
            where (c.created_at, c.id) < ($6, $7)
              and ($8::boolean is null or (c.closed_at is null) = $8)
              and ($9::bigint is null
                   or (c.area_code >= $9 and c.area_code < (select code_end from area where code = $9)))
              and (c.closed_at is null or exists (select 1 from violence_grant g
                                                   where g.case_id = c.id and g.appointment_id = any($5) and g.revoked_at is null)
                   or exists (select 1 from unnest($1::bigint[] || $3::bigint[], $2::bigint[] || $4::bigint[]) as r(lower, upper)
                              where c.area_code >= r.lower and c.area_code < r.upper))
            order by c.created_at desc, c.id desc
            limit $10
            """;

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final CaseParts parts;

    CaseRows(CaseParts parts) {
        this.parts = parts;
    }

    /**
     * Which of them.
     *
     * @param open those that are open, or those that are closed; all when null
     */
    record Wanted(@Nullable AreaCode area, @Nullable Boolean open) {}

    Uni<List<CaseRow>> byIds(SqlClient client, Collection<UUID> ids) {
        return query(client, BY_IDS, Tuple.of((Object) ids.toArray(UUID[]::new)));
    }

    Uni<List<CaseRow>> page(SqlClient client, Wanted wanted, Caller caller, Optional<Cursor> after, int rows) {
        AreaRanges children = caller.where(Right.VIOLENCE_LEAD);
        AreaRanges women = caller.where(Right.WOMAN_VIOLENCE_LEAD);
        UUID[] posts = caller.posts().stream()
                .filter(post -> post.has(Right.VIOLENCE_LIST))
                .map(Post::appointmentId)
                .toArray(UUID[]::new);
        AreaCode area = wanted.area();
        Tuple arguments = Tuple.of(children.lower(), children.upper(), women.lower(), women.upper(), posts)
                .addOffsetDateTime(
                        after.map(cursor -> cursor.instant(0)).orElse(LAST).atOffset(ZoneOffset.UTC))
                .addUUID(after.map(cursor -> cursor.uuid(1)).orElse(new UUID(-1, -1)))
                .addBoolean(wanted.open())
                .addLong(area == null ? null : area.value())
                .addInteger(rows);
        return query(client, LIST, arguments);
    }

    private Uni<List<CaseRow>> query(SqlClient client, String sql, Tuple arguments) {
        return client.preparedQuery(sql)
                .execute(arguments)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(CaseRows::one)
                        .toList())
                .chain(found -> parts.of(client, found));
    }

    private static ViolenceCase one(Row row) {
        ViolenceCase one = new ViolenceCase();
        one.id = row.getUUID("id");
        one.version = row.getInteger("version");
        one.areaCode = new AreaCode(row.getLong("area_code"));
        one.victimChildId = row.getUUID("victim_child_id");
        one.victimMemberId = row.getUUID("victim_member_id");
        one.incidentId = row.getUUID("incident_id");
        one.victimWishCipher = CaseParts.bytes(row, "victim_wish_cipher");
        one.authorAppointmentId = row.getUUID("author_appointment_id");
        one.responsibleAppointmentId = row.getUUID("responsible_appointment_id");
        OffsetDateTime closed = row.getOffsetDateTime("closed_at");
        one.closedAt = closed == null ? null : closed.toInstant();
        one.createdAt = row.getOffsetDateTime("created_at").toInstant();
        one.updatedAt = row.getOffsetDateTime("updated_at").toInstant();
        return one;
    }
}
