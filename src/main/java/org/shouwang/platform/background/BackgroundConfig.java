package org.shouwang.platform.background;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "shouwang.background")
interface BackgroundConfig {

    /** Jobs that run at the same time on one node: with ten connections, seven stay for requests. */
    @WithDefault("3")
    int jobsAtOnce();
}
