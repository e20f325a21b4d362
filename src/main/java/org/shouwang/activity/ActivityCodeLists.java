package org.shouwang.activity;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;
import org.shouwang.task.campaign.ThemeCode;

/** The codes of homes and activities. */
@Singleton
class ActivityCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(
                HomeType.class,
                HomeStatus.class,
                HomeZone.class,
                HomeFunction.class,
                HomeDetails.Season.class,
                HomeDetails.StaffRole.class,
                DayOfWeek.class,
                ThemeCode.class);
    }
}
