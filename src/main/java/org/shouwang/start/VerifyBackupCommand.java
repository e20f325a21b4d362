package org.shouwang.start;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.shouwang.platform.backup.Verification;
import org.shouwang.platform.command.Command;

/** Reads a backup and, where the role may make databases, restores it into one that is thrown away. */
final class VerifyBackupCommand implements Command {

    @Override
    public String name() {
        return "verify-backup";
    }

    @Override
    public String usage() {
        return "<file> - checks a backup, and restores it into a database that is thrown away";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1) {
            return Attempt.wrongArguments(this);
        }
        Path file = Path.of(arguments.get(0));
        return Attempt.at(() -> verify(file, out), Set.of());
    }

    private static void verify(Path file, PrintStream out) {
        long rows = Verification.read(file).rows();
        out.println("Whole: every part has its checksum, " + rows + " rows.");
        if (!Settings.missing(Settings.DATABASE).isEmpty()) {
            System.err.println("Not restored on trial: no database is set.");
        } else if (Verification.restoreOnTrial(file, GivenDatabase.address())) {
            out.println("Restored on trial: every table gave back the same rows.");
        } else {
            System.err.println("Not restored on trial: the role "
                    + GivenDatabase.address().username() + " may not make databases.");
        }
    }
}
