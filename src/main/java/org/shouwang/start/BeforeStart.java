package org.shouwang.start;

import java.util.List;
import org.shouwang.platform.command.Command;

/** Commands that run before Quarkus does: they need no database, or one that must not be migrated first. */
final class BeforeStart {

    static final List<Command> COMMANDS = List.of(
            new NewKeysCommand(),
            new NewEscrowKeyCommand(),
            new OpenEscrowCommand(),
            new BackupCommand(),
            new VerifyBackupCommand(),
            new RestoreCommand());

    private BeforeStart() {}
}
