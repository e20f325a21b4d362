package org.shouwang.start;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.shouwang.platform.command.Command;
import org.shouwang.platform.secret.EscrowBox;
import org.shouwang.platform.secret.SecretFile;

/** Makes the key pair for the safe: the private half goes into a file, the public half into the settings. */
final class NewEscrowKeyCommand implements Command {

    @Override
    public String name() {
        return "new-escrow-key";
    }

    @Override
    public String usage() {
        return "<private-file> - writes a private key for the safe and prints the public one for the environment";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1) {
            out.println(name() + ' ' + usage());
            return 2;
        }
        String privateKey = EscrowBox.newPrivateKey();
        try {
            String publicKey = EscrowBox.publicKey(privateKey);
            SecretFile.create(Path.of(arguments.get(0)), privateKey + '\n');
            out.println("SHOUWANG_KEYS_ESCROW=" + publicKey);
            return 0;
        } catch (FileAlreadyExistsException e) {
            out.println(arguments.get(0) + " exists; it may hold the only key to older backups, so it stays");
        } catch (IOException e) {
            out.println(arguments.get(0) + " cannot be written");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a fresh private key has no public half", e);
        }
        return 1;
    }
}
