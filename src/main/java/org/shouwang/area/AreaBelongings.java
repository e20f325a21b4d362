package org.shouwang.area;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import org.shouwang.platform.AreaCode;

/**
 * Records that belong to a village and go with it to its successor. A room implements it as a bean for what it owns; where a
 * record was made ({@code recorded_area_code}) never changes.
 */
public interface AreaBelongings {

    /** Those with a smaller order move first: people, then families, then what is about them. */
    int order();

    /**
     * Moves some of the records, with their place in the change feed.
     *
     * @param atMost how many records one transaction may move
     * @return how many were moved; 0 when none is left
     */
    Uni<Integer> move(SqlConnection transaction, Move move, int atMost);

    /**
     * A village that goes over to another.
     *
     * @param to where its successors end today
     * @param on first day of the successor
     */
    record Move(AreaCode from, AreaCode to, LocalDate on) {}

    /** Moves rows of a table whose triggers write the feed. */
    static Uni<Integer> rows(SqlConnection transaction, String table, Move move, int atMost) {
        String sql = """
                update %1$s set area_code = $2
                where id in (select id from %1$s where area_code = $1 order by id limit $3 for update)
                """.formatted(table);
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(move.from().value(), move.to().value(), atMost))
                .map(rows -> rows.rowCount());
    }
}
