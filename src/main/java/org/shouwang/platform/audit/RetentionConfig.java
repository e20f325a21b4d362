package org.shouwang.platform.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How long rows are kept that grow with time; only whole months are dropped. */
@ConfigMapping(prefix = "shouwang.retention")
interface RetentionConfig {

    /** 个人信息保护法 art. 56: records of what was done with personal data are kept for three years at least. */
    int LEAST_MONTHS = 36;

    /** Months for which the trails are kept beside the current one. */
    @Min(LEAST_MONTHS)
    @WithDefault("36")
    int trailMonths();

    /** Days for which the log of pushes is kept. */
    @Min(30)
    @WithDefault("180")
    int deliveryDays();
}
