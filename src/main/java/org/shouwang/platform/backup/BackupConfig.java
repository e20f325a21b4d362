package org.shouwang.platform.backup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;

/** When backups are made, and where they go. */
@ConfigMapping(prefix = "shouwang.backup")
interface BackupConfig {

    /** On another disk than the database. Without it no backup is made, which the health page says. */
    Optional<Path> folder();

    /** Local time of the day from which on that day's backup is due; one that was missed is made up for. */
    @WithDefault("02:30")
    LocalTime at();

    /** Days for which backups are kept. */
    @WithDefault("14")
    int keep();
}
