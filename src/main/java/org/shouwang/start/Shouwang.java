package org.shouwang.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;

/** Starts the server. */
@QuarkusMain
public final class Shouwang {

    private static final System.Logger LOG = System.getLogger(Shouwang.class.getName());
    private static final Path DATA_FOLDER = Path.of("data");

    private Shouwang() {}

    public static void main(String... arguments) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            new DataFolder(DATA_FOLDER).provide();
        }
        List<String> missing = Settings.missing();
        if (!missing.isEmpty()) {
            missing.forEach(line -> LOG.log(System.Logger.Level.ERROR, line));
            System.exit(1);
        }
        Quarkus.run(arguments);
    }
}
