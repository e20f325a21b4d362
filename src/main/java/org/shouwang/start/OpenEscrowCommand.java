package org.shouwang.start;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.shouwang.platform.command.Command;
import org.shouwang.platform.secret.EscrowBox;

/** Opens what {@code escrow-keys} or a backup sealed, on a machine that has neither settings nor database. */
final class OpenEscrowCommand implements Command {

    @Override
    public String name() {
        return "open-escrow";
    }

    @Override
    public String usage() {
        return "<sealed-file> <private-file> - prints the sealed keys as lines for the environment";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2) {
            out.println(name() + ' ' + usage());
            return 2;
        }
        try {
            out.println(EscrowBox.open(
                    Files.readString(Path.of(arguments.get(0))), Files.readString(Path.of(arguments.get(1)))));
            return 0;
        } catch (IOException e) {
            out.println("One of the two files cannot be read");
        } catch (GeneralSecurityException e) {
            out.println("This private key does not open it: " + e.getMessage());
        }
        return 1;
    }
}
