package org.shouwang.platform.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.platform.RequestId;
import org.shouwang.platform.Right;

/**
 * Writes looks at people for units of work on the reactive client: one row for a page, however many people it shows. The row
 * stands in the transaction that reads them, so that no answer leaves without it (未成年人网络保护条例 art. 36).
 */
@Singleton
public class AccessRows {

    private static final String LOOKED = """
            insert into access_log (id, at, worker_id, appointment_id, role_code, action, subject_type, subject_ids,
                                    area_code, reason, grant_id, request_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, post_area($4), $9, $10, $11)
            """;

    private final Clock clock;

    AccessRows(Clock clock) {
        this.clock = clock;
    }

    /** A page of records of one type; a page that shows nobody leaves nothing. */
    public Uni<Void> looked(
            SqlClient tx, Caller caller, Post acting, String action, String subjectType, List<UUID> ids) {
        return looked(tx, caller, acting, action, subjectType, ids, Why.DUTY);
    }

    public Uni<Void> looked(
            SqlClient tx, Caller caller, Post acting, String action, String subjectType, List<UUID> ids, Why why) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple row = Tuple.of(Ids.next(), clock.instant().atOffset(ZoneOffset.UTC), caller.workerId())
                .addUUID(acting.appointmentId())
                .addString(acting.role().name())
                .addString(action)
                .addString(subjectType)
                .addArrayOfUUID(ids.toArray(UUID[]::new))
                .addString(why.reason())
                .addUUID(why.grantId())
                .addString(RequestId.current());
        return tx.preparedQuery(LOOKED).execute(row).replaceWithVoid();
    }

    /**
     * A page of whoever the caller may see by a right, under the first post that shows each of them: one row, unless somebody
     * with several posts reads across them.
     */
    public Uni<Void> looked(
            SqlClient tx, Caller caller, Right right, String action, String subjectType, Collection<Subject> shown) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Map.Entry<Post, List<UUID>> part :
                ShownBy.posts(caller, right, shown).entrySet()) {
            all = all.chain(() -> looked(tx, caller, part.getKey(), action, subjectType, part.getValue()));
        }
        return all;
    }
}
