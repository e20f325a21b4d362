package org.shouwang.platform.secret;

import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.shouwang.platform.command.Command;

/** Prints the keys of this server in the only form in which they may be printed. */
@Singleton
class EscrowKeysCommand implements Command {

    private final KeyEscrow escrow;

    EscrowKeysCommand(KeyEscrow escrow) {
        this.escrow = escrow;
    }

    @Override
    public String name() {
        return "escrow-keys";
    }

    @Override
    public String usage() {
        return "- prints all keys sealed for the safe; see new-escrow-key";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        Optional<String> sealed = escrow.sealed();
        out.println(sealed.orElse("SHOUWANG_KEYS_ESCROW is not set: new-escrow-key makes it"));
        return sealed.isPresent() ? 0 : 1;
    }
}
