package org.shouwang.protection.referral;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.SessionSql;

/** Referrals in the session of a use case. */
@Singleton
class ReferralRepository implements PanacheRepositoryBase<Referral, UUID> {

    private static final String UNLESS_HELD = "select 1 from referral where id = $1 for update skip locked";

    private final ReferralTexts texts;

    ReferralRepository(ReferralTexts texts) {
        this.texts = texts;
    }

    /** Held until the transaction ends. */
    Uni<@Nullable Referral> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .map(found -> Optional.ofNullable(found).map(texts::opened).orElse(null));
    }

    /** The same; null where somebody else holds it at this moment. */
    Uni<@Nullable Referral> lockedUnlessHeld(UUID id) {
        return SessionSql.rows(UNLESS_HELD, id)
                .chain(free -> free.isEmpty() ? Uni.createFrom().nullItem() : locked(id));
    }

    /** Writes it with its texts closed. */
    Uni<Void> write(Referral referral) {
        texts.close(referral);
        return persistAndFlush(referral).replaceWithVoid();
    }
}
