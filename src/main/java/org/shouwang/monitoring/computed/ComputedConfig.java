package org.shouwang.monitoring.computed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What indicators are counted by that is not the same everywhere. */
@ConfigMapping(prefix = "shouwang.indicators")
interface ComputedConfig {

    /** Hours from the discovery of a danger to the report to the police that is still in time: 立即, at most a day (14.1). */
    @Min(1)
    @Max(72)
    @WithDefault("24")
    int reportHours();
}
