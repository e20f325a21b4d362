package org.shouwang.start;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouwang.platform.backup.Backup;
import org.shouwang.platform.backup.BackupFolder;
import org.shouwang.platform.command.Command;
import org.shouwang.platform.secret.SealedKeys;

/** Makes a backup now. It runs before the server does, so that a new release backs up before it migrates. */
final class BackupCommand implements Command {

    private static final Set<Settings> NEEDED = Set.of(
            Settings.DATABASE_URL, Settings.DATABASE_USERNAME, Settings.DATABASE_PASSWORD, Settings.BACKUP_FOLDER);

    private static final Pattern DAYS = Pattern.compile("[1-9]\\d{0,3}");

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String usage() {
        return "- makes a backup in SHOUWANG_BACKUP_FOLDER and prints its file";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        return arguments.isEmpty() ? Attempt.at(() -> backUp(out), NEEDED) : Attempt.wrongArguments(this);
    }

    private static void backUp(PrintStream out) {
        Path folder = Settings.BACKUP_FOLDER.path().orElseThrow();
        int keep = keepDays();
        Backup.Made made = new Backup(GivenDatabase.address(), Settings.FILES_FOLDER.path(), SealedKeys.ofSettings())
                .into(new BackupFolder(folder), keep);
        if (made.manifest().keys() == null) {
            System.err.println(Backup.WITHOUT_KEYS);
        }
        out.println(made.file());
    }

    private static int keepDays() {
        String days = Settings.BACKUP_KEEP.value().orElse(Integer.toString(BackupFolder.KEEP_DAYS));
        if (!DAYS.matcher(days).matches()) {
            throw new IllegalStateException(Settings.BACKUP_KEEP.refusal());
        }
        return Integer.parseInt(days);
    }
}
