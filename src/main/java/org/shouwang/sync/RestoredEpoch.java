package org.shouwang.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The epoch that follows a restore. What a phone pulled after the moment of the backup is unknown to the restored database,
 * whichever cluster it is in; so every restore ends with an epoch, and every older cursor is refused.
 */
public final class RestoredEpoch {

    private static final String OPEN = OpenEpoch.HERE + """
            insert into epoch (number, system_identifier, timeline, reason)
            select last.number + 1, here.system_identifier, here.timeline, 'RESTORED' from here, last
            """;

    private RestoredEpoch() {}

    /** Opens it in the transaction of the connection. */
    public static void open(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(OpenEpoch.ONE_NODE_AT_A_TIME);
            statement.execute(OpenEpoch.NO_WRITER);
            statement.execute(OPEN);
        }
    }
}
