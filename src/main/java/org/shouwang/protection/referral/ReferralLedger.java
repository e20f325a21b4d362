package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.protection.DoneBefore;

/** What was done to referrals, row by row, in the session of a use case. Nothing here is changed later. */
@Singleton
class ReferralLedger {

    private static final String WRITE = """
            insert into referral_act (id, referral_id, kind, on_behalf, appointment_id, request_hash, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;

    private static final String DONE =
            "select kind, coalesce(encode(request_hash, 'hex'), ''), referral_id, created_by from referral_act where id = $1";

    /** @param appointmentId the post under which the worker does it */
    record By(UUID workerId, UUID appointmentId, boolean onBehalf) {}

    Uni<Void> write(UUID act, String kind, Referral referral, RequestHash request, Instant at, By by) {
        return SessionSql.update(
                        WRITE,
                        act,
                        referral.id,
                        kind,
                        by.onBehalf(),
                        by.appointmentId(),
                        Buffer.buffer(request.bytes()),
                        at.atOffset(ZoneOffset.UTC),
                        by.workerId())
                .replaceWithVoid();
    }

    Uni<Optional<DoneBefore>> done(UUID act) {
        return DoneBefore.read(DONE, act);
    }
}
