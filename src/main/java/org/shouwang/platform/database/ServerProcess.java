package org.shouwang.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the operating system knows about a process that a {@code postmaster.pid} names. */
enum ServerProcess {
    /** It runs a program called postgres. */
    POSTGRES,
    /** It is no PostgreSQL: the id was given to another process since, or the process is dead and not yet reaped. */
    STRANGER,
    /** There is no such process. */
    GONE,
    /** It runs, and this user may not know what. */
    UNKNOWN;

    static ServerProcess of(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return GONE;
        }
        if (isZombie(pid)) {
            return STRANGER;
        }
        return process.get()
                .info()
                .command()
                .map(program -> isPostgres(Path.of(program)) ? POSTGRES : STRANGER)
                .orElse(UNKNOWN);
    }

    /** Whether any process, also an orphaned backend, runs this very program file on the data directory. */
    static boolean anyServes(Path cluster, Path program) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .map(Path::of)
                        .filter(program::equals)
                        .isPresent())
                .anyMatch(process -> mayServe(cluster, process.pid()));
    }

    /** PostgreSQL works in its data directory; where the system does not tell, every server may be the one. */
    private static boolean mayServe(Path cluster, long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .equals(cluster);
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isPostgres(Path program) {
        return program.getFileName() != null && program.getFileName().toString().startsWith("postgres");
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }
}
