package org.shouwang.platform.secret;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.shouwang.platform.command.Command;

/** Opens values of every column and key, as after a restore. That the hash keys fit was checked when the server started. */
@Singleton
class CheckKeysCommand implements Command {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final StoredValues stored;
    private final Pool pool;

    CheckKeysCommand(StoredValues stored, Pool pool) {
        this.stored = stored;
        this.pool = pool;
    }

    @Override
    public String name() {
        return "check-keys";
    }

    @Override
    public String usage() {
        return "- says whether these keys open what the database holds";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        List<String> closed = stored.closed(pool).await().atMost(PATIENCE);
        closed.forEach(column -> out.println("values of " + column + " open with no key"));
        if (closed.isEmpty()) {
            out.println("the keys fit the database");
        }
        return closed.isEmpty() ? 0 : 1;
    }
}
