package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.record.SessionSql;

/** Whom a referral may be sent to, in the session of the use case that sends it: no second connection is waited for. */
@Singleton
public class Receivers {

    private static final String ACCEPTS = AreasAround.UP + """
            select exists (
                select 1
                from resource r join organisation o on o.id = r.organisation_id
                where o.id = $3 and o.status = 'ACTIVE' and $4 = any(r.accepts_referral_types)
                  and exists (select 1 from up join resource_area s on s.area_code = up.code and s.resource_id = r.id)
                  and\s""" + AreasAround.IN_FORCE + ") as accepts";

    private final Clock clock;

    Receivers(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether an ACTIVE organisation stands in the directory today with an ACTIVE entry in contract that accepts the type and
     * serves the place, an area of today. False where there is no such organisation or place.
     */
    public Uni<Boolean> accepts(UUID organisationId, ReferralType type, AreaCode place) {
        return SessionSql.rows(ACCEPTS, place.value(), LocalDays.today(clock), organisationId, type.name())
                .map(rows -> Boolean.TRUE.equals(Objects.requireNonNull(rows.get(0)[0])));
    }
}
