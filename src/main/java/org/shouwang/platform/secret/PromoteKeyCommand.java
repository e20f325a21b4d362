package org.shouwang.platform.secret;

import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.List;
import org.shouwang.platform.command.Command;

/** Second step of a change of the encryption key: new values get the newest key, stored ones follow. */
@Singleton
class PromoteKeyCommand implements Command {

    private final FieldCipher fields;

    PromoteKeyCommand(FieldCipher fields) {
        this.fields = fields;
    }

    @Override
    public String name() {
        return "promote-key";
    }

    @Override
    public String usage() {
        return "<file> - writes the key set with its newest key as the one that closes";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1) {
            out.println(name() + ' ' + usage());
            return 2;
        }
        return KeySetFile.write(arguments.get(0), fields.keys().withNewestPrimary(), out);
    }
}
