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

    /**
     * Passes over what another node plans: it holds the rows that it deletes. What is asked for after this stays: who works where is
     * read after it too.
     */
    private static final String DUE = """
            select c.id, c.area_code, c.responsible_appointment_id, asked.looks, asked.by_rules
            from (select distinct child_id
                  from (select child_id from follow_up_look where look_at <= $1
                        order by look_at, id limit $2 for update skip locked) l) d
            join child c on c.id = d.child_id
            cross join lateral (
                select array_agg(l.id) as looks, bool_or(l.by_rules) as by_rules
                from follow_up_look l where l.child_id = c.id and l.look_at <= $1) asked
            """;

    /** The file first: whoever changes it holds it before the triggers reach what is planned. */
    private static final String FILES = """
            select id, area_code, responsible_appointment_id from child where id = any($1) order by id for share skip locked
            """;

    private static final String BEGUN = """
            insert into child_follow_up (child_id, followed_since)
            select id, $2 from child where id = any($1) order by id
            on conflict (child_id) do nothing
            """;

    private static final String HOLD = """
            select child_id from child_follow_up where child_id = any($1) order by child_id for update skip locked
            """;

    private static final String TAKE = "delete from follow_up_look where id = any($1)";

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
     * @param looks what asked for it
     * @param byRules whether other rules may hold since it was planned
     */
    public record Due(
            UUID childId, AreaCode areaCode, @Nullable UUID responsible, List<Long> looks, boolean byRules) {

        public Due {
            looks = List.copyOf(looks);
        }

        private boolean isStill(@Nullable Object[] file) {
            return childId.equals(file[0])
                    && Objects.equals(areaCode.value(), file[1])
                    && Objects.equals(responsible, file[2]);
        }
    }

    /** The longest due. Runs on the reactive pool. */
    public Uni<List<Due>> due(Instant now, int atMost) {
        return pool.preparedQuery(DUE).execute(Tuple.of(at(now), atMost)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Due(
                        row.getUUID("id"),
                        new AreaCode(row.getLong("area_code")),
                        row.getUUID("responsible_appointment_id"),
                        List.of(row.getArrayOfLongs("looks")),
                        row.getBoolean("by_rules")))
                .toList());
    }

    /**
     * Holds those of the children whom nobody else plans for, nor changes now, who live where they did and are looked after by whom
     * they were. Visits to them go on: a look that is asked for meanwhile stays. Runs in a session, before it holds any task.
     */
    public Uni<List<Due>> claim(Collection<Due> due, Instant now) {
        return SessionSql.rows(FILES, (Object) ids(due))
                .map(files -> ids(due.stream()
                        .filter(one -> files.stream().anyMatch(one::isStill))
                        .toList()))
                .chain(held ->
                        SessionSql.update(BEGUN, held, at(now)).chain(() -> SessionSql.rows(HOLD, (Object) held)))
                .map(rows -> due.stream()
                        .filter(one ->
                                rows.stream().anyMatch(row -> one.childId().equals(row[0])))
                        .toList())
                .call(claimed -> SessionSql.update(TAKE, (Object)
                        claimed.stream().flatMap(one -> one.looks().stream()).toArray(Long[]::new)));
    }

    private static UUID[] ids(Collection<Due> due) {
        return due.stream().map(Due::childId).toArray(UUID[]::new);
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
