package org.shouwang.staff.grant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;

/** Grants as their reviewer reads them, in the transaction of {@code tx}. */
@Singleton
class GrantRows {

    private static final String COLUMNS = """
            select id, version, worker_id, appointment_id, role_code, child_id, area_code, reason_cipher, granted_at,
                   expires_at, revoked_at
            from access_grant
            """;

    private static final String NEWEST_FIRST = COLUMNS + """
                      where exists (select 1 from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                                    where area_code >= r.lower and area_code < r.upper)
                        and (granted_at, id) < ($3, $4)
                      order by granted_at desc, id desc
                      limit $5
                      """;

    private static final String LOCKED = COLUMNS + "where id = $1 for update";

    private static final String REVOKE = "update access_grant set revoked_at = $2, revoked_by = $3 where id = $1";

    private final FieldCipher cipher;

    GrantRows(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /** Where a page begins: after this grant. */
    record After(Instant grantedAt, UUID id) {

        static final After START = new After(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    }

    Uni<List<ReviewedGrantView>> page(SqlClient tx, AreaRanges scope, After after, int rows) {
        return query(
                tx,
                NEWEST_FIRST,
                Tuple.of(scope.lower(), scope.upper(), after.grantedAt().atOffset(ZoneOffset.UTC), after.id(), rows));
    }

    /** One grant, held until the end of the transaction. */
    Uni<Optional<ReviewedGrantView>> locked(SqlClient tx, UUID id) {
        return query(tx, LOCKED, Tuple.of(id)).map(rows -> rows.stream().findFirst());
    }

    Uni<Void> revoke(SqlClient tx, UUID id, Instant at, UUID workerId) {
        return tx.preparedQuery(REVOKE)
                .execute(Tuple.of(id, at.atOffset(ZoneOffset.UTC), workerId))
                .replaceWithVoid();
    }

    private Uni<List<ReviewedGrantView>> query(SqlClient tx, String sql, Tuple arguments) {
        return tx.preparedQuery(sql).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(this::view)
                .toList());
    }

    private ReviewedGrantView view(Row row) {
        UUID id = row.getUUID("id");
        OffsetDateTime revoked = row.getOffsetDateTime("revoked_at");
        return new ReviewedGrantView(
                id,
                row.getInteger("version"),
                row.getUUID("worker_id"),
                row.getUUID("appointment_id"),
                RoleCode.valueOf(row.getString("role_code")),
                row.getUUID("child_id"),
                new AreaCode(row.getLong("area_code")),
                cipher.decrypt(row.getBuffer("reason_cipher").getBytes(), Grants.reasonPlace(id)),
                row.getOffsetDateTime("granted_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
