package org.shouwang.activity;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;

/** What an activity keeps to. */
@Singleton
class ActivityLimits implements KnownLimits {

    @Override
    public List<Limit> limits() {
        return List.of(
                Limit.seconds("activityLongest", ActivityRules.LONGEST, "Between start and end of an activity"),
                Limit.seconds(
                        "activityAhead",
                        ActivityRules.CLOCK_SKEW,
                        "An activity may start so far ahead of the server's clock"));
    }
}
