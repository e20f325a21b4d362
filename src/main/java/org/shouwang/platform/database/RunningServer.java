package org.shouwang.platform.database;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Finds the server that an earlier or another JVM left running on a folder. */
final class RunningServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private RunningServer() {}

    /**
     * The way into the running server, or empty when there is none: no {@code postmaster.pid}, a stale one, or one whose
     * port belongs to somebody else by now. Waits for a server that is just starting, recovering or stopping.
     *
     * @throws DatabaseStartException when a server runs but refuses our password
     */
    static Optional<ServerAccess> find(DatabaseFolder folder, ServerAccess kept)
            throws IOException, SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<PostmasterFile> file = PostmasterFile.read(folder.cluster());
            if (file.isEmpty()) {
                return Optional.empty();
            }
            ServerProcess process = ServerProcess.of(file.get().pid());
            if (process == ServerProcess.GONE || process == ServerProcess.STRANGER) {
                return Optional.empty();
            }
            ServerAccess access = kept.onPort(file.get().port());
            try (ServerConnection admin = ServerConnection.open(access)) {
                return adopt(folder, access, admin);
            } catch (SQLException e) {
                if (ServerConnection.isWrongPassword(e) && process == ServerProcess.POSTGRES) {
                    throw new DatabaseStartException(refusal(folder, access), e);
                }
                boolean waits = file.get().isChanging() && ServerConnection.mayPass(e);
                if (!waits || System.nanoTime() > deadline) {
                    return Optional.empty();
                }
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private static Optional<ServerAccess> adopt(DatabaseFolder folder, ServerAccess access, ServerConnection admin)
            throws SQLException {
        if (!admin.serves(folder.cluster())) {
            return Optional.empty();
        }
        admin.ensureDatabase(access);
        return Optional.of(access);
    }

    private static String refusal(DatabaseFolder folder, ServerAccess access) {
        return "The server that runs on " + folder.cluster() + " (port " + access.port()
                + ") refuses the password kept in " + folder.access() + "; restore that file or stop the server.";
    }
}
