package org.shouwang.start;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.shouwang.platform.backup.Manifest;
import org.shouwang.platform.backup.Restore;
import org.shouwang.platform.command.Command;
import org.shouwang.sync.RestoredEpoch;

/** Brings a backup into an empty database, and opens a new epoch with it, so that phones pull afresh. */
final class RestoreCommand implements Command {

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String usage() {
        return "<file> - brings a backup into an empty database";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1) {
            return Attempt.wrongArguments(this);
        }
        Path file = Path.of(arguments.get(0));
        return Attempt.at(() -> restore(file, out), Settings.DATABASE);
    }

    private static void restore(Path file, PrintStream out) {
        Manifest restored =
                new Restore(GivenDatabase.address(), Settings.FILES_FOLDER.path(), RestoredEpoch::open).run(file);
        out.println(
                "Restored " + restored.rows() + " rows of " + restored.tables().size() + " tables and "
                        + restored.files().size() + " files, as of " + restored.madeAt() + '.');
        out.println("Now start the servers, with the keys of that time: phones pull afresh.");
    }
}
