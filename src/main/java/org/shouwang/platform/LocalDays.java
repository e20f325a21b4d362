package org.shouwang.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Days and hours as people in the district count them: Asia/Shanghai, no daylight saving. */
public final class LocalDays {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private LocalDays() {}

    public static LocalDate today(Clock clock) {
        return of(clock.instant());
    }

    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }
}
