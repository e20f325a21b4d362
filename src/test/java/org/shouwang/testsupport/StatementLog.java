package org.shouwang.testsupport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The statements that sessions send to the database while this is open; a batch is one. */
public final class StatementLog extends Handler implements AutoCloseable {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final @Nullable Level before = SQL.getLevel();

    public static StatementLog start() {
        StatementLog log = new StatementLog();
        log.setLevel(Level.ALL);
        SQL.setLevel(Level.FINE);
        SQL.addHandler(log);
        return log;
    }

    public List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    public void publish(LogRecord record) {
        statements.add(record.getMessage());
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        SQL.removeHandler(this);
        SQL.setLevel(before);
    }
}
