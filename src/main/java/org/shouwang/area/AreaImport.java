package org.shouwang.area;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.shouwang.platform.AreaRanges;

/** The one way in for a list of areas. Blocks: call it on a worker thread, with a transaction that is yours to end. */
public final class AreaImport {

    /** One import at a time, since two would judge by what the other is about to change; statements may take their time. */
    private static final String ALONE = """
            set local lock_timeout = '30s';
            set local statement_timeout = '5min';
            select pg_advisory_xact_lock(hashtextextended('area-import', 0))
            """;

    private AreaImport() {}

    /** Takes a file that the operator trusts, everywhere. */
    public static void everywhere(Connection transaction, Path file) throws SQLException {
        take(transaction, new AreaFile(file), AreaRanges.EVERYWHERE);
    }

    /**
     * Takes the good lines of a file; repeating it changes nothing.
     *
     * @param writable where the importer may change areas
     * @throws AreaFileException when the file as a whole cannot be read
     */
    static AreaReport take(Connection transaction, AreaFile file, AreaRanges writable) throws SQLException {
        AreaStage.Unread unread = AreaStage.fill(transaction, file);
        try (Statement statement = transaction.createStatement()) {
            statement.execute(ALONE);
        }
        return new AreaMerge(transaction).into(writable, unread);
    }
}
