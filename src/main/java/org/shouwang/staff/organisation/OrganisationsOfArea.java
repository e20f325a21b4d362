package org.shouwang.staff.organisation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import org.shouwang.area.AreaBelongings;

/** Organisations keep their seat in the area, whatever its code: whoever reviews the area finds their people there. */
@Singleton
class OrganisationsOfArea implements AreaBelongings {

    @Override
    public int order() {
        return 11;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return AreaBelongings.rows(transaction, "organisation", move, atMost);
    }
}
