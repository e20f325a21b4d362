package org.shouwang.platform.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path.
 *
 * <p>Only the archive is taken from zonky's library. Its own starter is made for tests: trust authentication, ten seconds
 * for a start and so none for a long recovery, no way to adopt a running server, and programs in the temporary folder,
 * where a cleaner may delete them under a running server.
 *
 * @param home folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

    /** Unpacks once into a sub-folder named by the archive's checksum, so that another release never mixes with it. */
    static PostgresBinaries unpackedIn(Path parent) throws IOException {
        byte[] archive = archive();
        CRC32 checksum = new CRC32();
        checksum.update(archive);
        Path home = parent.resolve("postgresql-" + Long.toHexString(checksum.getValue()));
        if (!Files.exists(home)) {
            Files.createDirectories(parent);
            Path partial = Files.createTempDirectory(parent, "unpacking-");
            try {
                unpack(archive, partial);
                moveIntoPlace(partial, home);
            } finally {
                DatabaseFolder.delete(partial);
            }
        }
        return new PostgresBinaries(home);
    }

    /** The programs that a server was started with, also one that another JVM or an older release started. */
    static PostgresBinaries ofServer(Path cluster) throws IOException {
        String started = Files.readString(cluster.resolve("postmaster.opts"));
        Path postgres = Path.of(started.substring(0, started.indexOf(" \"-")));
        return new PostgresBinaries(postgres.resolve("../..").normalize());
    }

    /**
     * The programs of an older major version that are still here: those that the cluster was started with last, or others
     * that this program unpacked once. None is ever deleted, since only they can read the data that they wrote.
     */
    static Optional<PostgresBinaries> ofMajor(String version, Path cluster, Path parent)
            throws IOException, InterruptedException {
        List<PostgresBinaries> candidates = new ArrayList<>();
        if (Files.exists(cluster.resolve("postmaster.opts"))) {
            candidates.add(ofServer(cluster));
        }
        if (Files.isDirectory(parent)) {
            try (Stream<Path> unpacked = Files.list(parent)) {
                unpacked.filter(home -> home.getFileName().toString().startsWith("postgresql-"))
                        .map(PostgresBinaries::new)
                        .forEach(candidates::add);
            }
        }
        for (PostgresBinaries candidate : candidates) {
            if (candidate.isMajor(version)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** As {@code postgres (PostgreSQL) 17.2} says it. */
    private boolean isMajor(String version) throws IOException, InterruptedException {
        if (!Files.isExecutable(postgres())) {
            return false;
        }
        Process asked = new ProcessBuilder(postgres().toString(), "--version")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), US_ASCII);
        return asked.waitFor() == 0 && said.contains("(PostgreSQL) " + version + '.');
    }

    Path initdb() {
        return program("initdb");
    }

    Path pgCtl() {
        return program("pg_ctl");
    }

    Path postgres() {
        return program("postgres");
    }

    private Path program(String name) {
        return home.resolve("bin").resolve(isWindows() ? name + ".exe" : name);
    }

    private static byte[] archive() throws IOException {
        String architecture = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        try (InputStream stream = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture)) {
            return stream.readAllBytes();
        } catch (IllegalStateException e) {
            throw new DatabaseStartException(
                    "There are no PostgreSQL programs for " + system() + " on " + architecture
                            + " on the class path; configure a PostgreSQL of your own instead.",
                    e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("The archive of PostgreSQL names a file outside of it: " + entry.getName());
                }
                write(tar, entry, file);
            }
        }
        flushAll(target);
        if (!isWindows()) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Path parent = Objects.requireNonNull(file.getParent());
        Files.createDirectories(parent);
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if (parent.endsWith("bin") && !isWindows()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Otherwise a loss of power soon after would leave empty programs under their final name. */
    private static void flushAll(Path tree) throws IOException {
        List<Path> all;
        try (Stream<Path> entries = Files.walk(tree)) {
            all = entries.filter(entry -> !Files.isSymbolicLink(entry)).toList();
        }
        for (Path entry : all) {
            OnDisk.flush(entry);
        }
    }

    private static void moveIntoPlace(Path partial, Path home) throws IOException {
        try {
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(home)) {
                throw e;
            }
        }
    }

    private static String system() {
        if (isWindows()) {
            return "Windows";
        }
        return osName().startsWith("mac") ? "Darwin" : "Linux";
    }

    private static boolean isWindows() {
        return osName().startsWith("windows");
    }

    private static String osName() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }
}
