package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.SessionSql;

/** What was done to referrals, row by row, in the session of a use case. Nothing here is changed later. */
@Singleton
class ReferralLedger {

    private static final String WRITE = """
            insert into referral_act (id, referral_id, kind, on_behalf, appointment_id, request_hash, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;

    private static final String DONE =
            "select referral_id, kind, created_by, coalesce(encode(request_hash, 'hex'), '') from referral_act where id = $1";

    /** An act that was done before. */
    record Done(UUID referralId, String kind, UUID workerId, String hash) {

        /** Whether it is the same, asked for again. */
        boolean is(UUID referral, ReferralAct.Kind asked, UUID worker, RequestHash request) {
            return referralId.equals(referral)
                    && kind.equals(asked.name())
                    && workerId.equals(worker)
                    && HexFormat.of().formatHex(request.bytes()).equals(hash);
        }
    }

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

    Uni<Optional<Done>> done(UUID act) {
        return SessionSql.rows(DONE, act).map(rows -> rows.stream()
                .map(row -> new Done(
                        (UUID) Objects.requireNonNull(row[0]),
                        (String) Objects.requireNonNull(row[1]),
                        (UUID) Objects.requireNonNull(row[2]),
                        (String) Objects.requireNonNull(row[3])))
                .findFirst());
    }
}
