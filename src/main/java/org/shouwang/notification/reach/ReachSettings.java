package org.shouwang.notification.reach;

import java.time.Duration;
import org.shouwang.platform.sms.SmsBudget;

/**
 * How the workers of a place are reached when they open nothing. The order follows from the times: both count from the notice, and
 * whatever comes first is done first.
 *
 * @param urgentSmsAfter at any hour
 * @param callAfter when whoever coordinates is asked to call, of what is critical only
 * @param remindersBySms whether what matters and can wait for the day is sent by SMS at all
 * @param reminderSmsAfter outside the quiet hours
 */
public record ReachSettings(
        Duration urgentSmsAfter,
        Duration callAfter,
        boolean remindersBySms,
        Duration reminderSmsAfter,
        SmsBudget budget) {

    /** Where nobody has decided otherwise (roles and law, section 6.2): 10 minutes, 30 minutes, 12 hours. */
    public static final ReachSettings STANDARD = new ReachSettings(
            Duration.ofMinutes(10), Duration.ofMinutes(30), true, Duration.ofHours(12), new SmsBudget(300, 3000));
}
