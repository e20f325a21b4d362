package org.shouwang.start;

import java.nio.file.Path;
import java.util.Map;

/**
 * Log files, where nobody ships what the server prints: one a day, which the operator keeps for six months and more
 * (网络安全法 art. 21). None is deleted by the server.
 */
final class LogFiles {

    private static final Map<String, String> DAILY = Map.of(
            "quarkus.log.file.enabled", "true",
            "quarkus.log.file.json.enabled", "true",
            "quarkus.log.file.rotation.file-suffix", ".yyyy-MM-dd.gz",
            "quarkus.log.file.rotation.max-file-size", "1G",
            "quarkus.log.file.rotation.max-backup-index", "99");

    private LogFiles() {}

    /** Only the server writes them: two processes would rotate each other's. */
    static void open() {
        Settings.LOG_FOLDER.path().ifPresent(LogFiles::in);
    }

    private static void in(Path folder) {
        DAILY.forEach(System::setProperty);
        System.setProperty(
                "quarkus.log.file.path", folder.resolve("shouwang.log").toString());
    }
}
