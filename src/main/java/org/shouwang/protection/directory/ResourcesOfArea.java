package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.shouwang.area.AreaBelongings;

/** Entries go over to the successor of a village: who kept them there, and whom they serve. */
@Singleton
class ResourcesOfArea implements AreaBelongings {

    private static final String SERVES = """
            with moved as (
                delete from resource_area
                where area_code = $1 and resource_id in (
                    select resource_id from resource_area where area_code = $1 order by resource_id limit $3)
                returning resource_id),
            kept as (
                insert into resource_area (resource_id, area_code) select resource_id, $2::bigint from moved
                on conflict do nothing)
            update resource set version = version + 1 where id in (select resource_id from moved)
            """;

    @Override
    public int order() {
        return 12;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return AreaBelongings.rows(transaction, "resource", move, atMost).chain(kept -> transaction
                .preparedQuery(SERVES)
                .execute(Tuple.of(move.from().value(), move.to().value(), atMost))
                .map(rows -> kept + rows.rowCount()));
    }
}
