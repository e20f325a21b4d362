package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.shouwang.platform.record.SessionSql;

/** What a room that sent referrals may know of them. */
@Singleton
public class SentReferrals {

    private static final String SOLVED = "select 1 from referral where id = $1 and result_code in ('SOLVED', 'PARTLY')";
    private static final String DUE = "select id, due_at from referral where id = any($1) and due_at is not null";

    /** Whether the receiver says that it has helped, at least in part. Runs in the caller's session. */
    public Uni<Boolean> isSolved(UUID id) {
        return SessionSql.rows(SOLVED, id).map(found -> !found.isEmpty());
    }

    /** Until when each of them must be answered, where something is awaited of its receiver. */
    public Uni<Map<UUID, Instant>> due(SqlClient client, Collection<UUID> ids) {
        return client.preparedQuery(DUE)
                .execute(Tuple.of((Object) ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Instant> due = new HashMap<>();
                    for (Row row : rows) {
                        OffsetDateTime at = row.getOffsetDateTime("due_at");
                        due.put(row.getUUID("id"), at.toInstant());
                    }
                    return due;
                });
    }
}
