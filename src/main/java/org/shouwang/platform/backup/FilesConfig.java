package org.shouwang.platform.backup;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where files lie that belong to rows. */
@ConfigMapping(prefix = "shouwang.files")
interface FilesConfig {

    Optional<Path> folder();
}
