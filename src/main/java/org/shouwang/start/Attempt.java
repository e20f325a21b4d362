package org.shouwang.start;

import java.util.List;
import java.util.Set;
import org.shouwang.platform.backup.BackupException;
import org.shouwang.platform.command.Command;

/** What an operator sees of a command that runs before the server: its result, or on the other stream one line that says why. */
final class Attempt {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_ARGUMENTS = 2;

    private Attempt() {}

    /** Runs it when the settings are there; answers the exit code. */
    static int at(Runnable work, Set<Settings> needed) {
        List<String> missing = Settings.missing(needed);
        if (!missing.isEmpty()) {
            missing.forEach(System.err::println);
            return FAILED;
        }
        try {
            work.run();
            return DONE;
        } catch (BackupException | IllegalStateException e) {
            System.err.println(e.getMessage());
            return FAILED;
        }
    }

    static int wrongArguments(Command command) {
        System.err.println("Usage: " + command.name() + ' ' + command.usage());
        return WRONG_ARGUMENTS;
    }
}
