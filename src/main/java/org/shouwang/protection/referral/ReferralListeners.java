package org.shouwang.protection.referral;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/** Tells all listeners, one after the other, in the caller's session. */
@Singleton
class ReferralListeners {

    private final List<ReferralListener> listeners;

    ReferralListeners(@All List<ReferralListener> listeners) {
        this.listeners = listeners;
    }

    Uni<Void> moved(Referral referral, Instant at, Caller caller, Post acting) {
        ReferralMove move = new ReferralMove(referral.id, referral.status, at);
        Uni<Void> told = Uni.createFrom().voidItem();
        for (ReferralListener listener : listeners) {
            told = told.chain(() -> listener.moved(move, caller, acting));
        }
        return told;
    }
}
