package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import org.shouwang.area.AreaBelongings;

/** Referrals go with their village; whose they are stays so. */
@Singleton
class ReferralsOfArea implements AreaBelongings {

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Uni<Integer> move(SqlConnection transaction, Move move, int atMost) {
        return AreaBelongings.rows(transaction, "referral", move, atMost);
    }
}
