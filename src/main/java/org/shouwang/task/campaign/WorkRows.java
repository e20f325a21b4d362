package org.shouwang.task.campaign;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.record.SessionSql;

/** What is still to be done for campaigns. A page takes its row, and leaves it behind the page, in one transaction. */
@Singleton
class WorkRows {

    /** Passes over what another node does at this moment. */
    private static final String DUE = """
            select campaign_id, work, due_at, after_area, after_id from campaign_work
            where due_at <= $1
            order by due_at limit 1
            for update skip locked
            """;

    /** As it was found: a page that another node has done meanwhile is not done again. */
    private static final String CLAIM = """
            select 1 from campaign_work
            where campaign_id = $1 and work = $2 and due_at = $3 and after_area = $4 and after_id = $5
            for update skip locked
            """;

    private static final String BEGIN = """
            insert into campaign_work (campaign_id, work, due_at) values ($1, $2, $3)
            on conflict (campaign_id, work) do update
                set due_at = excluded.due_at, after_area = excluded.after_area, after_id = excluded.after_id
            """;

    private static final String GO_ON =
            "update campaign_work set after_area = $3, after_id = $4 where campaign_id = $1 and work = $2";

    private static final String END = "delete from campaign_work where campaign_id = $1 and work = $2";

    /** Before the campaign itself is taken, as a page does it. */
    private static final String HOLD = "select 1 from campaign_work where campaign_id = $1 order by work for update";

    private static final String END_ALL = "delete from campaign_work where campaign_id = $1";

    private static final String POSTPONE =
            "update campaign_work set due_at = $4 where campaign_id = $1 and work = $2 and due_at = $3";

    private final Pool pool;

    WorkRows(Pool pool) {
        this.pool = pool;
    }

    /** The longest due. Runs on the reactive pool. */
    Uni<Optional<DueWork>> due(Instant now) {
        return pool.preparedQuery(DUE).execute(Tuple.of(at(now))).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new DueWork(
                        row.getUUID("campaign_id"),
                        CampaignWork.valueOf(row.getString("work")),
                        row.getOffsetDateTime("due_at").toInstant(),
                        row.getLong("after_area"),
                        row.getUUID("after_id")))
                .findFirst());
    }

    /** Whether the page is the caller's until the end of the transaction. Runs in a session. */
    Uni<Boolean> claim(DueWork due) {
        return SessionSql.rows(
                        CLAIM, due.campaignId(), due.work().name(), at(due.dueAt()), due.afterArea(), due.afterId())
                .map(rows -> !rows.isEmpty());
    }

    /** The next page begins after this one. Runs in a session. */
    Uni<Void> goOn(DueWork due, long afterArea, UUID afterId) {
        return SessionSql.update(GO_ON, due.campaignId(), due.work().name(), afterArea, afterId)
                .replaceWithVoid();
    }

    /** Begins the work at the first page. Runs in a session. */
    Uni<Void> begin(UUID campaign, CampaignWork work, Instant dueAt) {
        return SessionSql.update(BEGIN, campaign, work.name(), at(dueAt)).replaceWithVoid();
    }

    /** Runs in a session. */
    Uni<Void> end(DueWork due) {
        return SessionSql.update(END, due.campaignId(), due.work().name()).replaceWithVoid();
    }

    /** The same in the transaction of a request. */
    Uni<Void> begin(SqlClient transaction, UUID campaign, CampaignWork work, Instant dueAt) {
        return transaction
                .preparedQuery(BEGIN)
                .execute(Tuple.of(campaign, work.name(), at(dueAt)))
                .replaceWithVoid();
    }

    /** Waits for the page that is under way; no other begins until the transaction ends. */
    Uni<Void> hold(SqlClient transaction, UUID campaign) {
        return transaction.preparedQuery(HOLD).execute(Tuple.of(campaign)).replaceWithVoid();
    }

    Uni<Void> endAll(SqlClient transaction, UUID campaign) {
        return transaction.preparedQuery(END_ALL).execute(Tuple.of(campaign)).replaceWithVoid();
    }

    /** Lets work wait that failed. Runs on the reactive pool. */
    Uni<Void> postpone(DueWork due, Instant until) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(due.campaignId(), due.work().name(), at(due.dueAt()), at(until)))
                .replaceWithVoid();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
