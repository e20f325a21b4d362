package org.shouwang.task.sample;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many visits are verified (roles and law, section 4: at least a fifth each quarter). */
@ConfigMapping(prefix = "shouwang.sample")
interface SampleConfig {

    /** Of a worker's home visits of a quarter, in percent. Those to children at HIGH and CRITICAL are all verified, whatever it is. */
    @Min(0)
    @Max(100)
    @WithDefault("20")
    int sharePercent();

    /** Days within which a coordinator verifies a visit that was drawn. */
    @Min(1)
    @Max(90)
    @WithDefault("14")
    int days();
}
