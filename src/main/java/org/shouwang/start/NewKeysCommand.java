package org.shouwang.start;

import java.io.PrintStream;
import java.util.List;
import org.shouwang.platform.command.Command;
import org.shouwang.platform.secret.NewKeys;

/** Prints fresh keys in the form in which an environment file takes them. */
final class NewKeysCommand implements Command {

    @Override
    public String name() {
        return "new-keys";
    }

    @Override
    public String usage() {
        return "- prints fresh keys for the environment; keep them where the database is not";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        out.println(Settings.TOKEN_KEY.variable() + '=' + NewKeys.symmetric());
        out.println(Settings.ENCRYPTION_KEY.variable() + '=' + NewKeys.encryption());
        out.println(Settings.HASH_KEY.variable() + '=' + NewKeys.symmetric());
        out.println(Settings.AUDIT_KEY.variable() + '=' + NewKeys.symmetric());
        return 0;
    }
}
