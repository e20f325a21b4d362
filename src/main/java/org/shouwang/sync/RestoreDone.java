package org.shouwang.sync;

import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.shouwang.platform.command.Command;
import org.shouwang.platform.command.CommandException;

/** The last step of a restore that was made with other tools: this one cannot notice it by itself within one cluster. */
@Singleton
class RestoreDone implements Command {

    private final DataSource database;

    RestoreDone(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "restore-done";
    }

    @Override
    public String usage() {
        return "- after a restore with other tools: phones pull afresh";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            RestoredEpoch.open(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new CommandException("No new epoch could be opened: " + e.getMessage(), e);
        }
        out.println("A new epoch is open: phones pull afresh.");
        return 0;
    }
}
