package org.shouwang.staff.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "shouwang.activation")
interface ActivationConfig {

    /** Long enough that a coordinator hands the codes over at the next meeting in the town. */
    @WithDefault("P14D")
    Duration validFor();
}
