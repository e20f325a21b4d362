package org.shouwang.start;

import java.util.List;
import org.shouwang.platform.command.Command;

/** Commands that need no database, or an empty one: they run before Quarkus does. */
final class BeforeStart {

    static final List<Command> COMMANDS =
            List.of(new NewKeysCommand(), new NewEscrowKeyCommand(), new OpenEscrowCommand());

    private BeforeStart() {}
}
