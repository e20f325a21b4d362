package org.shouwang.platform;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * A limit that an app must know beforehand, since it works without network.
 *
 * @param name in camelCase, ending with its unit: Bytes, Seconds, Days, Months, or what is counted
 * @param meaning for an app's developer, in English
 */
public record Limit(String name, long value, String meaning) {

    /** A limit in seconds; the name gets its ending. */
    public static Limit seconds(String name, Duration value, String meaning) {
        return new Limit(name + "Seconds", value.toSeconds(), meaning);
    }

    /** A limit in whole days; the name gets its ending. */
    public static Limit days(String name, Duration value, String meaning) {
        return new Limit(name + "Days", value.toDays(), meaning);
    }

    /** A limit in whole days; the name gets its ending. */
    public static Limit days(String name, Period value, String meaning) {
        return new Limit(name + "Days", ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.EPOCH.plus(value)), meaning);
    }

    /** A limit in calendar months or in days, whichever the period is given in; the name gets its ending. */
    public static Limit period(String name, Period value, String meaning) {
        long months = value.toTotalMonths();
        return value.minusMonths(months).isZero()
                ? new Limit(name + "Months", months, meaning)
                : days(name, value, meaning);
    }
}
