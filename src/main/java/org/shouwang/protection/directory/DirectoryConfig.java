package org.shouwang.protection.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How the directory is kept right. */
@ConfigMapping(prefix = "shouwang.directory")
interface DirectoryConfig {

    /** For how many days a check of an entry holds: half a year, as the reference proposes. */
    @Min(1)
    @WithDefault("180")
    int recheckDays();
}
