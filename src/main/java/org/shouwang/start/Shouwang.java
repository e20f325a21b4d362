package org.shouwang.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;
import org.shouwang.platform.database.DatabaseStartException;

/** Starts the server. */
@QuarkusMain
public final class Shouwang {

    private static final Path DATA_FOLDER = Path.of("data");

    private Shouwang() {}

    public static void main(String... arguments) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            provideDataFolder();
        }
        List<String> missing = Settings.missing();
        if (!missing.isEmpty()) {
            giveUp(missing);
        }
        Quarkus.run(arguments);
    }

    private static void provideDataFolder() {
        try {
            new DataFolder(DATA_FOLDER).provide();
        } catch (DatabaseStartException e) {
            giveUp(List.of(String.valueOf(e.getMessage())));
        }
    }

    /** Logging is not up yet: the lines go where whoever started the program looks. */
    private static void giveUp(List<String> reasons) {
        reasons.forEach(System.err::println);
        System.exit(1);
    }
}
