package org.shouwang.visit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "shouwang.visit")
interface VisitConfig {

    /**
     * Whether texts are encrypted. The release before this one reads only the clear columns: where both serve at the same
     * time, it is false until the last server of that release has stopped.
     */
    @WithDefault("true")
    boolean sealTexts();
}
