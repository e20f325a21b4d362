package org.shouwang.sync.operation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.http.Cursor;

/** What phones said of themselves when they last sent something. */
@Singleton
class PhoneRows {

    /** A phone that comes every minute and has nothing new to say is written down once an hour. */
    private static final String HEARD = """
            insert into sync_phone as p (worker_id, device_id, waiting, waiting_since, contact_at)
            values ($1, $2, $3, $4, $5)
            on conflict (worker_id, device_id) do update
                set waiting = excluded.waiting, waiting_since = excluded.waiting_since, contact_at = excluded.contact_at
                where p.waiting <> excluded.waiting or p.contact_at < excluded.contact_at - interval '1 hour'
            """;

    /**
     * Of the posts that stand in the areas today, each with the phones of whoever holds it. One that was replaced has nobody who
     * could send from it: another one spoke since it was signed off or taken over, or a month after its last word. While the worker
     * has no other, it stands: what waits may be lost.
     */
    private static final String IN_AREA = """
            select a.area_code, a.role_code, a.id as appointment_id, p.worker_id, p.device_id, p.waiting, p.waiting_since,
                   p.contact_at
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join (select code, code_end from area where code = $3
                  union all select 0, 1000000000000 where $3::bigint is null) asked on true
            join appointment a on a.area_code >= greatest(r.lower, asked.code)
                and a.area_code < least(r.upper, asked.code_end)
                and a.status <> 'ENDED' and a.appointed_on <= $4
            join worker w on w.id = a.worker_id and w.status = 'ACTIVE'
            join sync_phone p on p.worker_id = a.worker_id and p.waiting > 0
            where not exists (select 1 from device d where d.id = p.device_id and d.lost_at is not null)
              and not exists (
                  select 1
                  from sync_phone other
                  left join device d on d.id = p.device_id
                  where other.worker_id = p.worker_id
                    and (other.contact_at > p.contact_at + interval '30 days'
                         or (other.contact_at > d.revoked_at and d.revoked_at > p.contact_at)))
              and (a.area_code, a.id, p.device_id) > ($5, $6, $7)
            order by a.area_code, a.id, p.device_id
            limit $8
            """;

    private static final UUID FIRST = new UUID(0, 0);

    private final Pool pool;

    PhoneRows(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> heard(UUID workerId, UUID deviceId, WaitingThen waiting, Instant now) {
        return pool.preparedQuery(HEARD)
                .execute(Tuple.tuple()
                        .addUUID(workerId)
                        .addUUID(deviceId)
                        .addInteger(waiting.count())
                        .addOffsetDateTime(utc(waiting.since()))
                        .addOffsetDateTime(utc(now)))
                .replaceWithVoid();
    }

    /** Phones on which something waits, in the order of the villages. */
    Uni<List<PhoneView>> waiting(
            AreaRanges scope, @Nullable AreaCode area, Optional<Cursor> after, int rows, Instant now) {
        return pool.preparedQuery(IN_AREA)
                .execute(Tuple.tuple()
                        .addArrayOfLong(scope.lower())
                        .addArrayOfLong(scope.upper())
                        .addLong(area == null ? null : area.value())
                        .addLocalDate(LocalDays.of(now))
                        .addLong(after.map(cursor -> cursor.number(0)).orElse(0L))
                        .addUUID(after.map(cursor -> cursor.uuid(1)).orElse(FIRST))
                        .addUUID(after.map(cursor -> cursor.uuid(2)).orElse(FIRST))
                        .addInteger(rows))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(PhoneRows::view)
                        .toList());
    }

    private static PhoneView view(Row row) {
        return new PhoneView(
                new AreaCode(row.getLong("area_code")),
                RoleCode.valueOf(row.getString("role_code")),
                row.getUUID("appointment_id"),
                row.getUUID("worker_id"),
                row.getUUID("device_id"),
                row.getInteger("waiting"),
                row.getOffsetDateTime("waiting_since").toInstant(),
                row.getOffsetDateTime("contact_at").toInstant());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
