package org.shouwang.task.plan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import org.shouwang.platform.LocalDays;

/** Which children are to be planned anew since a standard, a calendar or who runs an area has changed. Triggers write what is to be done. */
@Singleton
public class ReplanRows {

    /** Goes on where the last page ended. Served by child_area. */
    private static final String ASK = """
            with next as (
                select area_code, from_day, after_area, after_child from follow_up_replan
                where from_day <= $1
                order by from_day, area_code limit 1 for update skip locked),
            page as materialized (
                select c.area_code, c.id
                from next join area a on a.code = next.area_code
                cross join lateral (
                    select c.area_code, c.id from child c
                    where c.area_code >= a.code and c.area_code < a.code_end
                      and (c.area_code, c.id) > (next.after_area, next.after_child)
                    order by c.area_code, c.id limit $3) c),
            asked as (
                insert into follow_up_look (child_id, look_at, by_rules) select id, $2, true from page order by area_code, id),
            done as (
                delete from follow_up_replan r using next
                where r.area_code = next.area_code and r.from_day = next.from_day
                  and (select count(*) from page) < $3),
            further as (
                update follow_up_replan r set after_area = last.area_code, after_child = last.id
                from next, (select area_code, id from page order by area_code desc, id desc limit 1) last
                where r.area_code = next.area_code and r.from_day = next.from_day
                  and (select count(*) from page) = $3)
            select count(*) from next
            """;

    private final Pool pool;

    ReplanRows(Pool pool) {
        this.pool = pool;
    }

    /** One page of so many children of the oldest change whose day has come. Answers 0 where none is left, or others are at it. */
    public Uni<Integer> askForPage(Instant now, int children) {
        return pool.preparedQuery(ASK)
                .execute(Tuple.of(LocalDays.of(now), now.atOffset(ZoneOffset.UTC), children))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
