package org.shouwang.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Makes an empty data directory: as a whole, or not at all. */
record NewCluster(DatabaseFolder folder, PostgresBinaries binaries, ServerProgram program, Durability durability) {

    void create(ServerAccess access) throws IOException, InterruptedException {
        Path partial = folder.path().resolve("cluster.new");
        Path password = folder.path().resolve("initdb.password");
        DatabaseFolder.delete(partial);
        Files.deleteIfExists(password);
        try {
            OnDisk.createPrivate(password);
            Files.writeString(password, access.adminPassword());
            program.account().mayOpen(password, folder);
            if (!program.succeeds(binaries.initdb(), arguments(partial, password))) {
                throw new DatabaseStartException("initdb failed in " + folder.path() + ":\n  " + program.lastLines());
            }
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(partial, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        OnDisk.flush(folder.path());
    }

    /** The built-in locale C.UTF-8 is the same on every system, and knows letters beyond ASCII. */
    private List<String> arguments(Path cluster, Path password) {
        List<String> arguments = new ArrayList<>(List.of(
                "-D",
                cluster.toString(),
                "-U",
                ServerAccess.ADMIN,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        if (durability == Durability.DISPOSABLE) {
            arguments.add("--no-sync");
        }
        return arguments;
    }
}
