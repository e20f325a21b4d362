package org.shouwang.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Starts the server of a folder on which none runs. */
record ServerStart(DatabaseFolder folder, PostgresBinaries binaries, ServerProgram program, Durability durability) {

    private static final int ATTEMPTS = 40;
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** A long recovery after a crash is no failure. */
    private static final Duration RECOVERY = Duration.ofMinutes(10);

    /** What the server says when the next attempt may do. */
    private static final List<String> PASSING = List.of(
            "lock file \"postmaster.pid\" already exists",
            "shared memory block",
            "could not create any TCP/IP sockets");

    private static final long LOG_BYTES = 5_000_000;

    /** Terse and without statements, because what a constraint refuses may be a name or a phone number. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");

    /** Answers the access with the port that was free. */
    ServerAccess run(ServerAccess kept) throws IOException, SQLException, InterruptedException {
        rotateLog();
        ServerAccess access = kept;
        for (int attempt = 1; ; attempt++) {
            removeMisleadingPostmasterFile();
            access = onFreePort(access);
            long before = logSize();
            if (program.succeeds(binaries.pgCtl(), startArguments(access))) {
                break;
            }
            if (attempt == ATTEMPTS || !mayPass(before)) {
                throw new DatabaseStartException("The database server in " + folder.path() + " did not start:\n  "
                        + program.lastLines() + "\n  " + ServerProgram.lastLines(folder.serverLog()));
            }
            Thread.sleep(PAUSE.toMillis());
        }
        try (ServerConnection admin = ServerConnection.open(access)) {
            admin.ensureDatabase(access);
        }
        return access;
    }

    private ServerAccess onFreePort(ServerAccess access) throws IOException {
        if (FreePort.isFree(access.port())) {
            return access;
        }
        ServerAccess moved = access.onPort(FreePort.any());
        moved.write(folder.access());
        return moved;
    }

    private List<String> startArguments(ServerAccess access) {
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.addAll(durability.settings());
        settings.add("port=" + access.port());
        String options = settings.stream().map(setting -> "-c " + setting).collect(Collectors.joining(" "));
        return List.of(
                "-D",
                folder.cluster().toString(),
                "-l",
                folder.serverLog().toString(),
                "-o",
                options,
                "-w",
                "-t",
                Long.toString(RECOVERY.toSeconds()),
                "start");
    }

    /**
     * A lost race for the port, a killed postmaster that is not reaped yet, or its backends that have not noticed yet.
     */
    private boolean mayPass(long logSizeBefore) throws IOException {
        String log = Files.exists(folder.serverLog()) ? Files.readString(folder.serverLog()) : "";
        String said = log.substring((int) Math.min(logSizeBefore, log.length()));
        return PASSING.stream().anyMatch(said::contains);
    }

    /**
     * PostgreSQL itself discards a {@code postmaster.pid} whose process is gone, but not one whose id another process
     * has got, as after a restart of the machine, or that is dead and not reaped. Backends that still run are never
     * passed over.
     */
    private void removeMisleadingPostmasterFile() throws IOException {
        Optional<PostmasterFile> file = PostmasterFile.read(folder.cluster());
        if (file.isPresent()
                && ServerProcess.of(file.get().pid()) == ServerProcess.STRANGER
                && !ServerProcess.anyServes(folder.cluster(), binaries.postgres())) {
            Files.delete(PostmasterFile.in(folder.cluster()));
        }
    }

    private void rotateLog() throws IOException {
        if (logSize() > LOG_BYTES) {
            Path older = folder.serverLog().resolveSibling("postgresql.log.1");
            Files.move(folder.serverLog(), older, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private long logSize() throws IOException {
        return Files.exists(folder.serverLog()) ? Files.size(folder.serverLog()) : 0;
    }
}
