package org.shouwang.monitoring.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much units may send. */
@ConfigMapping(prefix = "shouwang.evidence")
interface EvidenceConfig {

    /** Of a unit in a year, what was declared and is not deleted. */
    @WithDefault("500M")
    MemorySize unitYearLimit();
}
