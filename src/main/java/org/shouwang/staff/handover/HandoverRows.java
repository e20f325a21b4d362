package org.shouwang.staff.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.http.Cursor;

/** Handovers as they are shown, read on the reactive pool. */
@Singleton
class HandoverRows {

    private static final String ONE = """
            select h.*, i.kinds, i.ids
            from handover h
            cross join lateral (
                select coalesce(array_agg(kind order by kind, item_id), '{}') as kinds,
                       coalesce(array_agg(item_id order by kind, item_id), '{}') as ids
                from handover_item where handover_id = h.id) i
            where h.id = $1
            """;

    private static final String IN_SCOPE = """
            select h.*, c.children, c.tasks, c.referrals
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            join handover h on h.area_code >= r.lower and h.area_code < r.upper
            cross join lateral (
                select count(*) filter (where kind = 'child')::integer as children,
                       count(*) filter (where kind = 'task')::integer as tasks,
                       count(*) filter (where kind = 'referral')::integer as referrals
                from handover_item where handover_id = h.id) c
            where $3::timestamptz is null or (h.created_at, h.id) < ($3, $4)
            order by h.created_at desc, h.id desc
            limit $5
            """;

    private final Pool pool;

    HandoverRows(Pool pool) {
        this.pool = pool;
    }

    /** One handover with its items. */
    Uni<Optional<HandoverView>> one(UUID id) {
        return pool.preparedQuery(ONE).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(HandoverRows::withItems)
                .findFirst());
    }

    /** The handovers of a scope without their items, newest first. */
    Uni<List<HandoverView>> inScope(AreaRanges scope, Optional<Cursor> after, int rows) {
        Tuple arguments = Tuple.of(scope.lower(), scope.upper())
                .addValue(after.map(cursor -> cursor.instant(0).atOffset(ZoneOffset.UTC))
                        .orElse(null))
                .addValue(after.map(cursor -> cursor.uuid(1)).orElse(null))
                .addInteger(rows);
        return pool.preparedQuery(IN_SCOPE).execute(arguments).map(found -> StreamSupport.stream(
                        found.spliterator(), false)
                .map(row -> view(
                        row, row.getInteger("children"), row.getInteger("tasks"), row.getInteger("referrals"), null))
                .toList());
    }

    private static HandoverView withItems(Row row) {
        String[] kinds = row.getArrayOfStrings("kinds");
        UUID[] ids = row.getArrayOfUUIDs("ids");
        List<HandoverItem> items = IntStream.range(0, ids.length)
                .mapToObj(i -> new HandoverItem(kinds[i], ids[i]))
                .toList();
        return view(
                row,
                HandoverItem.count(items, HandoverItem.CHILD),
                HandoverItem.count(items, HandoverItem.TASK),
                HandoverItem.count(items, HandoverItem.REFERRAL),
                items);
    }

    private static HandoverView view(
            Row row, int children, int tasks, int referrals, @Nullable List<HandoverItem> items) {
        return new HandoverView(
                row.getUUID("id"),
                row.getInteger("version"),
                new AreaCode(row.getLong("area_code")),
                row.getUUID("from_appointment_id"),
                row.getUUID("to_appointment_id"),
                EndReason.valueOf(row.getString("end_reason")),
                row.getLocalDate("ended_on"),
                children,
                tasks,
                referrals,
                items,
                row.getUUID("confirmed_by"),
                row.getLocalDate("confirmed_on"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
