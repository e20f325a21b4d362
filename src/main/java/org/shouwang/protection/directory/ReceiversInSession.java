package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.record.SessionSql;

/** Who can be asked for help at a place, for use cases whose transaction is open: no second connection is waited for. */
@Singleton
public class ReceiversInSession {

    private final Clock clock;

    ReceiversInSession(Clock clock) {
        this.clock = clock;
    }

    /** As {@link Receivers#accepts}, of a place where somebody is registered today. */
    public Uni<Boolean> accept(UUID organisationId, ReferralType type, AreaCode place) {
        return SessionSql.rows(Receivers.ACCEPTS, place.value(), LocalDays.today(clock), organisationId, type.name())
                .map(rows -> Boolean.TRUE.equals(Objects.requireNonNull(rows.get(0)[0])));
    }
}
