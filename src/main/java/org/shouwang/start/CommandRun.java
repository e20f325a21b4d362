package org.shouwang.start;

import io.quarkus.arc.All;
import io.quarkus.runtime.QuarkusApplication;
import java.util.List;
import org.shouwang.platform.command.Command;
import org.shouwang.platform.command.CommandException;
import org.shouwang.platform.command.CommandLine;

/** Runs one command with the server's beans, instead of serving. */
public class CommandRun implements QuarkusApplication {

    private final List<Command> commands;

    CommandRun(@All List<Command> commands) {
        this.commands = commands;
    }

    /**
     * Nobody must reach a server that only does one thing, and no job must start in it. What it logs stands on the other
     * stream, so that the result can be piped on.
     */
    static void closeTheDoors() {
        System.setProperty("quarkus.log.console.stderr", "true");
        System.setProperty("quarkus.log.console.json.enabled", "false");
        System.setProperty("quarkus.log.level", "WARN");
        System.setProperty("quarkus.log.category.\"io.micrometer\".level", "ERROR");
        // There are no requests to wait for, and without a port nobody would say that there are none.
        System.setProperty("quarkus.shutdown.timeout", "0s");
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.scheduler.enabled", "false");
    }

    @Override
    public int run(String... words) {
        try {
            return CommandLine.of(words)
                    .flatMap(line -> line.in(commands).map(command -> command.run(line.arguments(), System.out)))
                    .orElseGet(this::unknown);
        } catch (CommandException e) {
            System.err.println(e.getMessage());
            return Attempt.FAILED;
        }
    }

    private int unknown() {
        System.err.println("There is no such command. Without one the server starts. Commands:");
        BeforeStart.COMMANDS.forEach(command -> System.err.println("  " + command.name() + ' ' + command.usage()));
        CommandLine.explain(commands, System.err);
        return Attempt.WRONG_ARGUMENTS;
    }
}
