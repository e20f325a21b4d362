package org.shouwang.activity;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;

/** Whether a children's home counts (达标判定): facilities, functions, and that it is really open. Never typed in. */
@Singleton
class HomeStandard {

    private static final int ZONES = 2;
    private static final int FUNCTIONS = 3;
    private static final int OPEN_WITHIN_DAYS = 90;

    private final HomesConfig config;
    private final Clock clock;

    HomeStandard(HomesConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * What the standard looks at.
     *
     * @param lastActivityOn day of the newest activity in the home, null when there was none
     */
    record Facts(
            HomeStatus status,
            BigDecimal indoorM2,
            List<HomeZone> zones,
            List<HomeFunction> functions,
            @Nullable LocalDate lastActivityOn) {}

    boolean isMetBy(Facts home) {
        return isMetBy(home, config.indoorMinimum(), LocalDays.today(clock));
    }

    /** An activity counts on its day and for 90 days after it. */
    static boolean isMetBy(Facts home, BigDecimal indoorMinimum, LocalDate today) {
        LocalDate last = home.lastActivityOn();
        return home.status() == HomeStatus.OPEN
                && home.indoorM2().compareTo(indoorMinimum) >= 0
                && new HashSet<>(home.zones()).size() >= ZONES
                && new HashSet<>(home.functions()).size() >= FUNCTIONS
                && last != null
                && !last.isBefore(today.minusDays(OPEN_WITHIN_DAYS));
    }
}
