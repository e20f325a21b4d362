package org.shouwang.platform.database;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Brings the data of an older major version into a cluster of this program's.
 *
 * <p>The new cluster grows in a folder of its own, {@code upgrade}; the file {@code ready} in it says that every row arrived
 * and was compared, and that the new server was stopped in order. Before that the old cluster is the truth, and the next
 * attempt begins anew; from then on the new one is, and the next start only ends the renaming. The old cluster is never
 * written to but by its own server, and stays until somebody deletes it.
 */
record ClusterUpgrade(DatabaseFolder folder, Path binaries, ClusterCopy copy) {

    private static final Logger LOG = System.getLogger(ClusterUpgrade.class.getName());

    /** Does nothing where there is no older cluster and no upgrade that was broken off. */
    void run() throws IOException, SQLException, InterruptedException {
        if (Files.exists(ready())) {
            putInPlace();
        }
        clearWorkshop();
        Optional<String> version = folder.clusterVersion();
        if (version.isPresent() && !version.get().equals(DatabaseFolder.MAJOR_VERSION)) {
            upgrade(version.get());
        }
    }

    /** A program that was killed may have left its new server running there. */
    private void clearWorkshop() throws IOException, SQLException, InterruptedException {
        if (Files.exists(workshop())) {
            stop(DatabaseFolder.create(workshop()));
            DatabaseFolder.delete(workshop());
        }
    }

    private void upgrade(String version) throws IOException, SQLException, InterruptedException {
        PostgresBinaries programs = programs(version);
        LOG.log(Level.INFO, "The data of PostgreSQL {0} is copied for {1}", version, DatabaseFolder.MAJOR_VERSION);
        ServerAccess kept = ServerAccess.read(folder.access())
                .orElseThrow(() -> new DatabaseStartException("The database folder " + folder.path()
                        + " holds data, but its passwords are gone: restore " + folder.access() + " from a backup."));
        DatabaseFolder fresh = DatabaseFolder.create(workshop());
        try {
            copy.run(startOld(kept, programs).address(), startNew(fresh, kept).address(), fresh.path());
        } finally {
            stop(fresh);
            stop(folder);
        }
        Files.createFile(ready());
        OnDisk.flush(ready());
        OnDisk.flush(workshop());
        putInPlace();
        DatabaseFolder.delete(workshop());
    }

    private PostgresBinaries programs(String version) throws IOException, InterruptedException {
        Optional<PostgresBinaries> programs = isNewer(version) || copy == ClusterCopy.NONE
                ? Optional.empty()
                : PostgresBinaries.ofMajor(version, folder.cluster(), binaries);
        return programs.orElseThrow(() -> new DatabaseStartException("The database folder " + folder.path()
                + " holds data of PostgreSQL " + version + ", this program brings PostgreSQL "
                + DatabaseFolder.MAJOR_VERSION + ", and the programs of PostgreSQL " + version + " are not here"
                + "; nothing was changed. Start the release that wrote the data, make a backup with it, and restore that"
                + " into another folder."));
    }

    private static boolean isNewer(String version) {
        return Integer.parseInt(version) > Integer.parseInt(DatabaseFolder.MAJOR_VERSION);
    }

    /** One that a killed program left running is used as it is. */
    private ServerAccess startOld(ServerAccess kept, PostgresBinaries programs)
            throws IOException, SQLException, InterruptedException {
        Optional<ServerAccess> running = RunningServer.find(folder, kept);
        return running.isPresent()
                ? running.get()
                : new ServerStart(folder, programs, ServerProgram.in(folder), Durability.DURABLE).run(kept);
    }

    private ServerAccess startNew(DatabaseFolder fresh, ServerAccess kept)
            throws IOException, SQLException, InterruptedException {
        PostgresBinaries programs = PostgresBinaries.unpackedIn(binaries);
        ServerProgram program = ServerProgram.in(fresh);
        ServerAccess access = kept.onPort(FreePort.any());
        access.write(fresh.access());
        new NewCluster(fresh, programs, program, Durability.DURABLE).create(access);
        return new ServerStart(fresh, programs, program, Durability.DURABLE).run(access);
    }

    private static void stop(DatabaseFolder stopped) throws IOException, SQLException, InterruptedException {
        if (!new ServerStop(stopped).run(Durability.DURABLE)) {
            throw new DatabaseStartException(
                    "The server in " + stopped.path() + " is used by others: end them, then start again.");
        }
    }

    /** Whichever of the two renamings was done before a crash is not done again. */
    private void putInPlace() throws IOException {
        Path fresh = workshop().resolve("cluster");
        if (!Files.exists(fresh)) {
            return;
        }
        Optional<String> version = folder.clusterVersion();
        if (version.isPresent()) {
            Files.move(folder.cluster(), folder.kept(version.get()), StandardCopyOption.ATOMIC_MOVE);
            OnDisk.flush(folder.path());
        }
        Files.move(fresh, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        OnDisk.flush(folder.path());
    }

    private Path workshop() {
        return folder.path().resolve("upgrade");
    }

    private Path ready() {
        return workshop().resolve("ready");
    }
}
