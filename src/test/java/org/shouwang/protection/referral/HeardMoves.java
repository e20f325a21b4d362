package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/** Another room that follows referrals: it remembers what it heard, and may say no to it. */
@Singleton
public class HeardMoves implements ReferralListener {

    private final List<ReferralMove> heard = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    @Override
    public Uni<Void> moved(ReferralMove move, Caller caller, Post acting) {
        if (failing) {
            return Uni.createFrom().failure(new IllegalStateException("this room does not follow"));
        }
        heard.add(move);
        return Uni.createFrom().voidItem();
    }

    List<ReferralStatus> of(UUID referral) {
        return heard.stream()
                .filter(move -> move.referralId().equals(referral))
                .map(ReferralMove::status)
                .toList();
    }

    void fail(boolean fails) {
        failing = fails;
    }
}
