package org.shouwang.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shouwang.platform.command.CommandLine;
import org.shouwang.platform.database.DatabaseStartException;

/** Starts the server, or does what one command says. */
@QuarkusMain
public final class Shouwang {

    /** Names the folder in which a database and keys are made when none are given; the build sets it for dev mode. */
    private static final String DATA_FOLDER = "shouwang.data-folder";

    private Shouwang() {}

    public static void main(String... arguments) {
        Optional<CommandLine> line = CommandLine.of(arguments);
        line.flatMap(command -> command.in(BeforeStart.COMMANDS))
                .ifPresent(command -> System.exit(command.run(line.orElseThrow().arguments(), System.out)));
        Optional.ofNullable(System.getProperty(DATA_FOLDER)).map(Path::of).ifPresent(Shouwang::provide);
        List<String> objections = Objections.all();
        if (!objections.isEmpty()) {
            giveUp(objections);
        }
        if (line.isPresent()) {
            CommandRun.closeTheDoors();
            Quarkus.run(CommandRun.class, arguments);
        } else {
            LogFiles.open();
            Quarkus.run(arguments);
        }
    }

    private static void provide(Path folder) {
        if (Objections.isProduct()) {
            giveUp(List.of(
                    DATA_FOLDER + " is for trying the program out: a server has a database and keys of its own."));
        }
        try {
            new DataFolder(folder).provide();
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
