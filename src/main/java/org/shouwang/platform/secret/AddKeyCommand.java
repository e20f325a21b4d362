package org.shouwang.platform.secret;

import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.List;
import org.shouwang.platform.command.Command;

/** First step of a change of the encryption key: every server must know a key before one uses it. */
@Singleton
class AddKeyCommand implements Command {

    private final FieldCipher fields;

    AddKeyCommand(FieldCipher fields) {
        this.fields = fields;
    }

    @Override
    public String name() {
        return "add-key";
    }

    @Override
    public String usage() {
        return "<file> - writes the key set with a fresh key that opens, but does not close yet";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1) {
            out.println(name() + ' ' + usage());
            return 2;
        }
        return KeySetFile.write(arguments.get(0), fields.keys().withNewKey(), out);
    }
}
