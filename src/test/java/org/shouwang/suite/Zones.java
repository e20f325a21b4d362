package org.shouwang.suite;

import java.util.TimeZone;

/** The zones in which the halves of the suite run: the ends of the world, since what forgets Shanghai's is wrong there. */
final class Zones {

    private static final String[] OF_HALVES = System.getProperty("test.zones", "Pacific/Pago_Pago,Pacific/Kiritimati")
            .split(",", -1);

    private Zones() {}

    /** Moves this JVM to the zone of a half, before anything of the application is loaded. */
    static void moveTo(int half) {
        System.setProperty("user.timezone", OF_HALVES[half]);
        TimeZone.setDefault(TimeZone.getTimeZone(OF_HALVES[half]));
    }
}
