package org.shouwang.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fixed folder that holds one database server's data and what is needed to find and open it.
 *
 * @param path absolute, free of symbolic links, so that all who open it agree on its name
 */
record DatabaseFolder(Path path) {

    /** Major version of the binaries on the class path; a cluster of another one is left alone. */
    static final String MAJOR_VERSION = "18";

    static DatabaseFolder create(Path path) {
        try {
            Files.createDirectories(path);
            Path real = path.toRealPath();
            if (!Files.isWritable(real)) {
                throw new DatabaseStartException("The database folder " + real + " is not writable for "
                        + System.getProperty("user.name") + "; give it to that user or choose another folder.");
            }
            return new DatabaseFolder(real);
        } catch (IOException e) {
            throw new DatabaseStartException("The database folder " + path + " cannot be created: " + e, e);
        }
    }

    Path cluster() {
        return path.resolve("cluster");
    }

    Path access() {
        return path.resolve("access.properties");
    }

    Path serverLog() {
        return path.resolve("postgresql.log");
    }

    Path commandOutput() {
        return path.resolve("command.log");
    }

    boolean hasCluster() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    /** The major version that wrote the cluster, if there is one. */
    Optional<String> clusterVersion() throws IOException {
        return hasCluster()
                ? Optional.of(Files.readString(cluster().resolve("PG_VERSION")).strip())
                : Optional.empty();
    }

    /** Where the cluster of an older major version is kept after it was copied, until somebody deletes it. */
    Path kept(String version) {
        return path.resolve("cluster-" + version);
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> entries = Files.walk(tree)) {
            deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : deepestFirst) {
            Files.deleteIfExists(entry);
        }
    }
}
