package org.shouwang.task.plan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.record.SessionSql;

/** When the rules must plan for which child. Triggers ask for a look whenever a fact changes. */
@Singleton
public class FollowUpLooks {

    /** Passes over what another node plans: it holds the rows that it deletes. */
    private static final String DUE = """
            select distinct c.id, c.area_code, c.responsible_appointment_id
            from (select child_id from follow_up_look where look_at <= $1
                  order by look_at, id limit $2 for update skip locked) l
            join child c on c.id = l.child_id
            """;

    /** The file first: whoever changes it holds it before the triggers reach what is planned. */
    private static final String FILES = """
            select id, area_code from child where id = any($1) order by id for share skip locked
            """;

    private static final String BEGUN = """
            insert into child_follow_up (child_id, followed_since)
            select id, $2 from child where id = any($1) order by id
            on conflict (child_id) do nothing
            """;

    private static final String HOLD = """
            select child_id from child_follow_up where child_id = any($1) order by child_id for update skip locked
            """;

    private static final String TAKE = "delete from follow_up_look where child_id = any($1) and look_at <= $2";

    private static final String AGAIN = "insert into follow_up_look (child_id, look_at) values ($1, $2)";

    private static final String POSTPONE =
            "update follow_up_look set look_at = $3 where child_id = $1 and look_at <= $2";

    private final Pool pool;

    FollowUpLooks(Pool pool) {
        this.pool = pool;
    }

    /**
     * A child that is to be looked at.
     *
     * @param responsible who looks after it, null where nobody does
     */
    public record Due(
            UUID childId, AreaCode areaCode, @Nullable UUID responsible) {}

    /** The longest due. Runs on the reactive pool. */
    public Uni<List<Due>> due(Instant now, int atMost) {
        return pool.preparedQuery(DUE).execute(Tuple.of(at(now), atMost)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Due(
                        row.getUUID("id"),
                        new AreaCode(row.getLong("area_code")),
                        row.getUUID("responsible_appointment_id")))
                .toList());
    }

    /**
     * Holds those of the children whom nobody else plans for, nor changes now, and who live where they did. Visits to them go on: a
     * look that is asked for meanwhile stays. Runs in a session, before it holds any task.
     */
    public Uni<List<UUID>> claim(Collection<Due> due, Instant now) {
        return SessionSql.rows(FILES, (Object) due.stream().map(Due::childId).toArray(UUID[]::new))
                .map(rows -> due.stream()
                        .filter(one -> rows.stream()
                                .anyMatch(row -> one.childId().equals(row[0])
                                        && Objects.equals(one.areaCode().value(), row[1])))
                        .map(Due::childId)
                        .toArray(UUID[]::new))
                .chain(held ->
                        SessionSql.update(BEGUN, held, at(now)).chain(() -> SessionSql.rows(HOLD, (Object) held)))
                .map(rows -> rows.stream()
                        .map(row -> (UUID) Objects.requireNonNull(row[0]))
                        .toList())
                .call(claimed -> SessionSql.update(TAKE, claimed.toArray(UUID[]::new), at(now)));
    }

    /** Asks for another look, besides those that triggers ask for. Runs in a session. */
    public Uni<Void> again(UUID childId, Instant when) {
        return SessionSql.update(AGAIN, childId, at(when)).replaceWithVoid();
    }

    /** Runs on the reactive pool. */
    public Uni<Void> postpone(UUID childId, Instant now, Instant until) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(childId, at(now), at(until)))
                .replaceWithVoid();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
