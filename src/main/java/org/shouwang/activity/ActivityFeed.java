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

/** Activities in the change feed. */
@Singleton
class ActivityFeed implements ChangeFeed {

    static final String KIND = "activity";

    private final ReadActivities activities;

    ActivityFeed(ReadActivities activities) {
        this.activities = activities;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String schema() {
        return "Activity";
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.ACTIVITY_READ);
    }

    @Override
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return activities.byIds(ids, caller, "activity.sync").map(found -> found.stream()
                .collect(Collectors.toMap(ActivityView::id, activity -> activity)));
    }
}
