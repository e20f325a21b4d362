package org.shouwang.activity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;

/** What the county asks of a children's home. */
@ConfigMapping(prefix = "shouwang.homes")
interface HomesConfig {

    /** The smallest indoor area that counts, in m²: local standards ask for 10 to 20. */
    @DecimalMin("0")
    @WithDefault("10")
    BigDecimal indoorMinimum();
}
