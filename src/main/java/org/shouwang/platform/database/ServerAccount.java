package org.shouwang.platform.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account that the server's programs run under: PostgreSQL refuses to run as root.
 *
 * @param prefix words to put before a command, so that it runs under this account
 */
record ServerAccount(List<String> prefix) {

    private static final ServerAccount OWN = new ServerAccount(List.of());
    /** In a user namespace of its own root is nobody to its programs, and root to the files. */
    private static final ServerAccount NAMESPACE = new ServerAccount(List.of("unshare", "-U"));

    private static final String FALLBACK_USER = "nobody";

    /**
     * Whoever owns the folder's data, or the account fit to make new data in it. Where root may not open a user
     * namespace, as in most containers, the folder is given to {@code nobody}.
     */
    static ServerAccount of(DatabaseFolder folder) throws IOException, InterruptedException {
        if (!isRoot()) {
            return OWN;
        }
        Path owned = folder.hasCluster() ? folder.cluster() : folder.path();
        if (id(owned, "unix:uid") != 0) {
            return ownerOf(owned);
        }
        if (canOpenNamespace()) {
            return NAMESPACE;
        }
        requireOpenPath(folder.path());
        giveAway(folder.path());
        return ownerOf(folder.path());
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /** Lets the server's programs open a file that only its owner may read. */
    void mayOpen(Path file, DatabaseFolder folder) throws IOException {
        if (!prefix.isEmpty()) {
            Files.setOwner(file, Files.getOwner(folder.path()));
        }
    }

    private static boolean isRoot() {
        return !System.getProperty("os.name").startsWith("Windows") && new UnixSystem().getUid() == 0;
    }

    private static ServerAccount ownerOf(Path file) throws IOException {
        return new ServerAccount(List.of(
                "setpriv", "--reuid=" + id(file, "unix:uid"), "--regid=" + id(file, "unix:gid"), "--clear-groups"));
    }

    private static int id(Path file, String attribute) throws IOException {
        return (Integer) Files.getAttribute(file, attribute);
    }

    private static boolean canOpenNamespace() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void requireOpenPath(Path folder) throws IOException {
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new DatabaseStartException("PostgreSQL does not run as root, root may not open a user namespace"
                        + " here, and user " + FALLBACK_USER + " cannot reach " + folder + " through " + above
                        + ": choose a folder that all can reach, run as another user, or configure a PostgreSQL.");
            }
        }
    }

    private static void giveAway(Path folder) throws IOException {
        UserPrincipal user =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(FALLBACK_USER);
        List<Path> all;
        try (Stream<Path> entries = Files.walk(folder)) {
            all = entries.toList();
        }
        for (Path entry : all) {
            Files.setOwner(entry, user);
        }
    }
}
