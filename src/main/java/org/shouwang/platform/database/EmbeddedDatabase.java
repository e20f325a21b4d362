package org.shouwang.platform.database;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** The PostgreSQL server that this program brings along. */
public final class EmbeddedDatabase {

    private static final Logger LOG = System.getLogger(EmbeddedDatabase.class.getName());

    private EmbeddedDatabase() {}

    /**
     * Makes sure that a durable server runs on the folder, and answers the address of its database {@code shouwang}.
     *
     * <p>An empty or absent folder is filled; a server that runs there already is used. The server is stopped at the
     * orderly end of the last JVM that uses it, and goes on where one is killed.
     *
     * @throws DatabaseStartException when no server can be had; the message says why
     */
    public static DatabaseAddress start(Path folder) {
        return start(folder, folder, Durability.DURABLE);
    }

    /**
     * The same, on data of an older major version too: it is copied into a new cluster, and the old one is kept beside it
     * as {@code cluster-<major>}, until somebody deletes it.
     */
    public static DatabaseAddress start(Path folder, ClusterCopy copy) {
        return start(folder, folder, Durability.DURABLE, copy);
    }

    /**
     * The same with PostgreSQL's programs kept elsewhere, where several folders share them, and a durability of choice.
     * A server that runs already keeps the durability that it was started with.
     */
    public static DatabaseAddress start(Path path, Path binaries, Durability durability) {
        return start(path, binaries, durability, ClusterCopy.NONE);
    }

    static DatabaseAddress start(Path path, Path binaries, Durability durability, ClusterCopy copy) {
        DatabaseFolder folder = DatabaseFolder.create(path);
        return FolderLock.alone(folder, () -> {
            new ClusterUpgrade(folder, binaries.toAbsolutePath(), copy).run();
            ServerAccess kept = access(folder);
            Optional<ServerAccess> running = RunningServer.find(folder, kept);
            ServerAccess access = running.isPresent() ? running.get() : launch(folder, kept, binaries, durability);
            if (ServerUse.begin(folder)) {
                ServerStop.load();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAtEnd(path, durability), "database-stop"));
                LOG.log(
                        Level.INFO,
                        "PostgreSQL {0} on 127.0.0.1:{1,number,#}, {2} in {3}",
                        DatabaseFolder.MAJOR_VERSION,
                        access.port(),
                        running.isPresent() ? "found running" : "started",
                        folder.path());
            }
            return access.address();
        });
    }

    /**
     * Ends this JVM's use of the folder's server, and stops the server if no other JVM and no client uses it. Does
     * nothing where none runs.
     *
     * @return false when the server goes on because it is in use
     */
    public static boolean stop(Path path, Durability durability) {
        DatabaseFolder folder = DatabaseFolder.create(path);
        return FolderLock.alone(folder, () -> new ServerStop(folder).run(durability));
    }

    private static void stopAtEnd(Path path, Durability durability) {
        if (Files.isDirectory(path) && !stop(path, durability)) {
            LOG.log(Level.INFO, "PostgreSQL in {0} goes on, others use it", path);
        }
    }

    private static ServerAccess access(DatabaseFolder folder) throws IOException {
        Optional<ServerAccess> kept = ServerAccess.read(folder.access());
        if (kept.isPresent()) {
            return kept.get();
        }
        if (folder.hasCluster()) {
            throw new DatabaseStartException("The database folder " + folder.path()
                    + " holds data, but its passwords are gone: restore " + folder.access() + " from a backup.");
        }
        ServerAccess invented = ServerAccess.invent();
        invented.write(folder.access());
        return invented;
    }

    private static ServerAccess launch(
            DatabaseFolder folder, ServerAccess access, Path binariesParent, Durability durability)
            throws IOException, SQLException, InterruptedException {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(binariesParent.toAbsolutePath());
        ServerProgram program = ServerProgram.in(folder);
        if (!folder.hasCluster()) {
            new NewCluster(folder, binaries, program, durability).create(access);
        }
        return new ServerStart(folder, binaries, program, durability).run(access);
    }
}
