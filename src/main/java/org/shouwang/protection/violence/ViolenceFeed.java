package org.shouwang.protection.violence;

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

/** Cases in the own scopes of those to whom they are open whole. A village has none in its own, agencies have no phones. */
@Singleton
class ViolenceFeed implements ChangeFeed {

    static final String KIND = "violence-case";

    private final FindCases find;

    ViolenceFeed(FindCases find) {
        this.find = find;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String schema() {
        return "ViolenceCase";
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
        return find.open(ids, caller).map(Set::copyOf);
    }
}
