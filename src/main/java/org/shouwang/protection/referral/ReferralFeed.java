package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ChangeFeed;

/** Referrals in the own scope of whoever holds the sender's post: the answer comes to the phone. A village has none in its own. */
@Singleton
class ReferralFeed implements ChangeFeed {

    static final String KIND = "referral";

    private final FindReferrals find;

    ReferralFeed(FindReferrals find) {
        this.find = find;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String schema() {
        return "Referral";
    }

    @Override
    public Optional<Right> right() {
        return Optional.empty();
    }

    @Override
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return find.load(ids, caller);
    }

    @Override
    public Uni<Set<UUID>> held(Set<UUID> ids, Caller caller) {
        return find.held(ids, caller).map(Set::copyOf);
    }
}
