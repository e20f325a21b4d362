package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.UUID;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.register.move.GoesWithChild;

/**
 * Referrals go with whom they are about, so that the new place reads what is not restricted and its county lead answers for all.
 * Whoever asked stays the sender: the answer comes back to the village that asked (未成年人保护法 art. 11 §3).
 */
@Singleton
class ReferralsOfChild implements GoesWithChild {

    /** In the order of ids, as handovers lock them. */
    private static final String MOVE = """
            with going as materialized (
                select id from referral
                where area_code = $1 and (child_id = any($2) or household_id = $3)
                order by id
                for no key update)
            update referral r set area_code = $4, updated_at = $5, updated_by = $6
            from going where r.id = going.id
            """;

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Uni<Void> follow(Moved moved) {
        return SessionSql.update(
                        MOVE,
                        moved.from().value(),
                        moved.childIds().toArray(UUID[]::new),
                        moved.household().orElse(null),
                        moved.to().value(),
                        moved.at().atOffset(ZoneOffset.UTC),
                        moved.caller().workerId())
                .replaceWithVoid();
    }
}
