package org.shouwang.platform.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The port and the passwords of one server, kept beside its data in a file that only its owner reads. */
record ServerAccess(int port, String adminPassword, String password) {

    static final String ADMIN = "postgres";
    static final String OWNER = "shouwang";
    static final String DATABASE = "shouwang";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;

    static ServerAccess invent() {
        return new ServerAccess(FreePort.any(), newPassword(), newPassword());
    }

    static Optional<ServerAccess> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        kept.load(new StringReader(Files.readString(file)));
        try {
            return Optional.of(new ServerAccess(
                    Integer.parseInt(required(kept, "port")),
                    required(kept, "admin-password"),
                    required(kept, "password")));
        } catch (IllegalArgumentException e) {
            throw new DatabaseStartException("The file " + file + " is damaged; restore it from a backup.", e);
        }
    }

    ServerAccess onPort(int other) {
        return new ServerAccess(other, adminPassword, password);
    }

    DatabaseAddress address() {
        return DatabaseAddress.onLoopback(port, DATABASE, OWNER, password);
    }

    /** Replaces the file as a whole, on the disk: without its passwords the data cannot be opened any more. */
    void write(Path file) throws IOException {
        String text = "port=" + port + "\nadmin-password=" + adminPassword + "\npassword=" + password + "\n";
        Path next = file.resolveSibling(file.getFileName() + ".new");
        OnDisk.createPrivate(next);
        Files.writeString(next, text);
        OnDisk.flush(next);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OnDisk.flush(Objects.requireNonNull(file.getParent()));
    }

    private static String required(Properties kept, String key) {
        String value = kept.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "ServerAccess[port=" + port + ", passwords=***]";
    }
}
