package org.shouwang.platform.database;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stops the server of a folder, unless somebody still uses it. */
record ServerStop(DatabaseFolder folder) {

    /** The application's own pools close at the same time, in shutdown hooks of their own. */
    private static final Duration CLIENTS_MAY_LEAVE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * Loads every class that a stop needs. A shutdown hook outlives the class loader that made it: dev mode closes that
     * one at each reload, and no class can be found through it afterwards.
     */
    static void load() {
        try {
            for (Class<?> needed : List.of(
                    ServerStop.class,
                    ServerUse.class,
                    ServerAccess.class,
                    RunningServer.class,
                    PostmasterFile.class,
                    ServerProcess.class,
                    ServerConnection.class,
                    Jdbc.class,
                    ServerProgram.class,
                    ServerAccount.class,
                    PostgresBinaries.class,
                    Durability.class,
                    DatabaseStartException.class)) {
                MethodHandles.lookup().ensureInitialized(needed);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** False when the server goes on because others use it. */
    boolean run(Durability durability) throws IOException, SQLException, InterruptedException {
        if (!ServerUse.endedByAll(folder)) {
            return false;
        }
        Optional<ServerAccess> kept = ServerAccess.read(folder.access());
        if (kept.isEmpty()) {
            return true;
        }
        Optional<ServerAccess> running = RunningServer.find(folder, kept.get());
        if (running.isEmpty()) {
            return true;
        }
        if (durability == Durability.DURABLE && !clientsLeave(running.get())) {
            return false;
        }
        stop(durability);
        return true;
    }

    private static boolean clientsLeave(ServerAccess access) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + CLIENTS_MAY_LEAVE.toNanos();
        try (ServerConnection admin = ServerConnection.open(access)) {
            while (admin.otherClients() > 0) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(PAUSE.toMillis());
            }
            return true;
        }
    }

    private void stop(Durability durability) throws IOException, InterruptedException {
        ServerProgram program = ServerProgram.in(folder);
        List<String> arguments = List.of(
                "-D",
                folder.cluster().toString(),
                "-m",
                durability.stopMode(),
                "-w",
                "-t",
                Long.toString(LIMIT.toSeconds()),
                "stop");
        if (!program.succeeds(PostgresBinaries.ofServer(folder.cluster()).pgCtl(), arguments)) {
            throw new IOException("pg_ctl could not stop the server: " + program.lastLines());
        }
    }
}
