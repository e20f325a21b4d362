package org.shouwang.platform.command;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A command with its arguments, as it stood in the shell. */
public record CommandLine(String name, List<String> arguments) {

    public CommandLine {
        arguments = List.copyOf(arguments);
    }

    /** Empty when nothing stood there: then the server is meant. */
    public static Optional<CommandLine> of(String... words) {
        return words.length == 0
                ? Optional.empty()
                : Optional.of(new CommandLine(words[0], List.of(words).subList(1, words.length)));
    }

    /** The one of the commands that is meant. */
    public Optional<Command> in(Collection<? extends Command> commands) {
        return commands.stream()
                .filter(command -> command.name().equals(name))
                .map(Command.class::cast)
                .findFirst();
    }

    /** One line for each command. */
    public static void explain(Collection<? extends Command> commands, PrintStream out) {
        commands.stream()
                .sorted(Comparator.comparing(Command::name))
                .forEach(command -> out.println("  " + command.name() + ' ' + command.usage()));
    }
}
