package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;

/** Who can be asked for help at a place. Runs on the reactive pool: ask before a transaction is open. */
@Singleton
public class Receivers {

    static final String ACCEPTS = AreasAround.UP + """
            select exists (
                select 1
                from resource r join organisation o on o.id = r.organisation_id
                where o.id = $3 and o.status = 'ACTIVE' and $4 = any(r.accepts_referral_types)
                  and exists (select 1 from up join resource_area s on s.area_code = up.code and s.resource_id = r.id)
                  and\s""" + AreasAround.IN_FORCE + ") as accepts";

    private final Areas areas;
    private final Pool pool;
    private final Clock clock;

    Receivers(Areas areas, Pool pool, Clock clock) {
        this.areas = areas;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Whether an ACTIVE organisation stands in the directory today with an ACTIVE entry in contract that accepts the type and
     * serves the place, or the area that follows it today. False where there is no such organisation or place.
     */
    public Uni<Boolean> accepts(UUID organisationId, ReferralType type, AreaCode place) {
        return areas.today(List.of(place)).chain(today -> {
            Areas.Place living = today.get(place);
            return living == null
                    ? Uni.createFrom().item(false)
                    : accepts(Tuple.of(living.code().value(), LocalDays.today(clock), organisationId, type.name()));
        });
    }

    private Uni<Boolean> accepts(Tuple asked) {
        return pool.preparedQuery(ACCEPTS)
                .execute(asked)
                .map(rows -> rows.iterator().next().getBoolean("accepts"));
    }
}
