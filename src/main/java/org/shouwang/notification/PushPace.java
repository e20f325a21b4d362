package org.shouwang.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often a device is woken for what can wait. */
@ConfigMapping(prefix = "shouwang.push.pace")
interface PushPace {

    /**
     * How long a push that can wait does so for others. More than a minute, so that a coordinator who assigns one task after
     * the other for a minute wakes a phone once; the first push going at once would make the rest a second one.
     */
    @WithDefault("PT90S")
    Duration gather();

    /** For so long after such a push a device gets no other one: what comes meanwhile is one message then. */
    @WithDefault("PT10M")
    Duration apart();
}
