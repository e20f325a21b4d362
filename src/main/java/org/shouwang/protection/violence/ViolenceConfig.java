package org.shouwang.protection.violence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Within which time what the law asks for is done (roles and law, 6.2). */
@ConfigMapping(prefix = "shouwang.violence")
interface ViolenceConfig {

    /** Days until the visit after a warning letter, from when the village was notified (反家庭暴力法 art. 17; local rule). */
    @Min(1)
    @WithDefault("30")
    int letterVisitDays();

    /** Within which a court decides on a protection order once it has accepted the application (art. 28). */
    @WithDefault("PT72H")
    Duration decision();

    /** The same in an emergency. */
    @WithDefault("PT24H")
    Duration urgentDecision();

    /** Days before the end of an order on which it is said that it can be extended (art. 30). */
    @Min(1)
    @WithDefault("14")
    int expiryReminderDays();

    /** Days until the first look at how an order is kept, from its service (art. 32). */
    @Min(1)
    @WithDefault("7")
    int firstCheckDays();

    /** Months from one look to the next. */
    @Min(1)
    @WithDefault("1")
    int checkMonths();
}
