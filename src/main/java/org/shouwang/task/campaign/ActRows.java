package org.shouwang.task.campaign;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.record.RequestHash;

/** What was done to campaigns, in the transaction of a use case. */
@Singleton
class ActRows {

    private static final String FIND = "select campaign_id, request_hash, created_by from campaign_act where id = $1";

    private static final String INSERT = """
            insert into campaign_act (id, campaign_id, act, end_on, reason, appointment_id, request_hash, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;

    private static final String EXTEND = "update campaign set end_on = $2, updated_at = $3 where id = $1";

    private static final String CLOSE =
            "update campaign set closed_at = $3, closed_by = $4, close_reason = $2, updated_at = $3 where id = $1";

    private final Clock clock;

    ActRows(Clock clock) {
        this.clock = clock;
    }

    /** An act that was done before. */
    record Done(UUID campaign, Buffer requestHash, UUID worker) {

        /** Whether this is the same request of the same worker again. */
        boolean repeats(CampaignAct act, UUID of, UUID workerId) {
            return campaign.equals(of)
                    && worker.equals(workerId)
                    && RequestHash.of(act).matches(requestHash.getBytes());
        }
    }

    Uni<Optional<Done>> find(SqlClient transaction, UUID id) {
        return transaction.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row ->
                        new Done(row.getUUID("campaign_id"), row.getBuffer("request_hash"), row.getUUID("created_by")))
                .findFirst());
    }

    /** Keeps the act, and makes the campaign what it is afterwards. */
    Uni<Void> write(SqlClient transaction, UUID campaign, CampaignAct act, Caller caller, Post post) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Tuple row = Tuple.of(act.id(), campaign, act.kind().name())
                .addLocalDate(act.until())
                .addString(act.reason())
                .addUUID(post.appointmentId())
                .addBuffer(Buffer.buffer(RequestHash.of(act).bytes()))
                .addOffsetDateTime(now)
                .addUUID(caller.workerId());
        return transaction
                .preparedQuery(INSERT)
                .execute(row)
                .chain(() -> act instanceof CampaignAct.Extend extend
                        ? transaction.preparedQuery(EXTEND).execute(Tuple.of(campaign, extend.endOn(), now))
                        : transaction
                                .preparedQuery(CLOSE)
                                .execute(Tuple.of(campaign, act.reason(), now, caller.workerId())))
                .replaceWithVoid();
    }
}
