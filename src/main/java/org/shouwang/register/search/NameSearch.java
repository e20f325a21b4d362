package org.shouwang.register.search;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.AreaRanges;
import org.shouwang.register.Position;
import org.shouwang.register.name.NameKeys;

/** Which children a part of a name, its pinyin or its initials finds. */
@Singleton
class NameSearch {

    /**
     * In a village or some towns the children are read by child_area and each is compared: they are few. {@code offset 0} keeps
     * the planner on the scope: it would rather read all children in the order of the answer.
     */
    static final String NARROW = """
            select c.id
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            cross join lateral (
                select id, area_code, full_name from child
                where area_code >= r.lower and area_code < r.upper and (area_code, id) > ($3, $4) offset 0) c
            cross join lateral (select plain, keys from child_search where child_id = c.id offset 0) s
            where s.keys @> $6::text[] and strpos(s.plain, $7) > 0 or s.keys && $8::text[]
               or s.keys is null and strpos(lower(c.full_name), $7) > 0
            order by c.area_code, c.id
            limit $5
            """;

    /**
     * Above that the keys are asked first, by child_search_keys: a scope of half a million is never read through. Two statements
     * and not one, since the planner takes every scope for a small one.
     */
    static final String WIDE = """
            with found as materialized (
                select child_id from child_search where keys @> $6::text[] and strpos(plain, $7) > 0
                union
                select child_id from child_search where keys && $8::text[]
                union
                select s.child_id from child_search s join child c on c.id = s.child_id
                where s.keys is null and strpos(lower(c.full_name), $7) > 0)
            select c.id
            from found join child c on c.id = found.child_id
            where (c.area_code, c.id) > ($3, $4)
              and exists (select 1 from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                          where c.area_code >= r.lower and c.area_code < r.upper)
            order by c.area_code, c.id
            limit $5
            """;

    /** Even a surname that every tenth child has is not worth reading all children; the planner thinks it is. */
    private static final String INDEXES_ONLY = "set local enable_seqscan = off";

    /** Codes of ten towns. */
    private static final long NARROWEST_WIDE = 10_000;

    /** Up to {@code limit} children of a scope after a position, in order. Runs in a transaction. */
    Uni<UUID[]> find(SqlClient tx, AreaRanges ranges, ChildText text, Position after, int limit) {
        if (text.plain().isEmpty()) {
            return Uni.createFrom().item(new UUID[0]);
        }
        Tuple arguments = Tuple.of(ranges.lower(), ranges.upper(), after.area(), after.id(), limit)
                .addArrayOfString(NameKeys.parts(text.plain()).toArray(String[]::new))
                .addString(text.plain())
                .addArrayOfString(text.spokenKeys());
        return (isWide(ranges)
                        ? tx.query(INDEXES_ONLY).execute().chain(() -> tx.preparedQuery(WIDE)
                                .execute(arguments))
                        : tx.preparedQuery(NARROW).execute(arguments))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toArray(UUID[]::new));
    }

    private static boolean isWide(AreaRanges ranges) {
        return ranges.ranges().stream()
                        .mapToLong(range -> range.to() - range.from())
                        .sum()
                > NARROWEST_WIDE;
    }
}
