package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ChangeFeed;

/** Children's homes in the change feed. */
@Singleton
class HomeFeed implements ChangeFeed {

    static final String KIND = "home";

    private final HomeRows homes;

    HomeFeed(HomeRows homes) {
        this.homes = homes;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String schema() {
        return "Home";
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.HOME_READ);
    }

    @Override
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return homes.byIds(ids, caller.where(Right.HOME_READ))
                .map(found -> found.stream().collect(Collectors.toMap(HomeView::id, home -> home)));
    }
}
