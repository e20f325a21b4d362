package org.shouwang.platform.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import org.shouwang.testsupport.TestDatabase;

/**
 * A program of its own for the fault tests: starts the database, commits a row, tells so through a file, and stays until
 * killed, or ends at once.
 */
public final class DatabaseUser {

    private DatabaseUser() {}

    /** Arguments: database folder, file to write the JDBC URL to, {@code stay} or {@code end}. */
    public static void main(String[] arguments) throws Exception {
        DatabaseAddress address =
                EmbeddedDatabase.start(Path.of(arguments[0]), TestDatabase.programs(), Durability.DURABLE);
        try (Connection connection = Sql.connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS kept (writer bigint)");
            statement.execute(
                    "INSERT INTO kept VALUES (" + ProcessHandle.current().pid() + ")");
        }
        Path told = Path.of(arguments[1]);
        Path partial = told.resolveSibling(told.getFileName() + ".partial");
        Files.writeString(partial, address.jdbcUrl());
        Files.move(partial, told);
        if (arguments[2].equals("stay")) {
            new CountDownLatch(1).await();
        }
    }
}
