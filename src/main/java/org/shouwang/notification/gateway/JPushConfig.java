package org.shouwang.notification.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How JPush (极光推送) is reached. */
@ConfigMapping(prefix = "shouwang.push.jpush")
interface JPushConfig {

    @WithDefault("false")
    boolean enabled();

    /** Another one is a stand-in's, for tests and demonstrations. */
    @WithDefault("https://api.jpush.cn")
    URI baseUrl();

    /** AppKey of the app; required when enabled. */
    Optional<String> appKey();

    /** Master Secret of the app; required when enabled. Give it in the environment, never in a file that is kept. */
    Optional<String> masterSecret();

    /** The notification channel that the app has made on Android, on which its sound and its place depend. */
    Optional<String> channelId();

    @WithDefault("5s")
    Duration connectTimeout();

    /** Until the whole answer is there. */
    @WithDefault("10s")
    Duration timeout();
}
