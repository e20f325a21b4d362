package org.shouwang.platform.secret;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** Hands a changed key set to the operator: in a file, since what is printed may be logged. */
final class KeySetFile {

    private KeySetFile() {}

    /** Answers the exit code. */
    static int write(String file, EncryptionKeys keys, PrintStream out) {
        try {
            SecretFile.create(Path.of(file), "SHOUWANG_KEYS_ENCRYPTION=" + keys.json() + '\n');
            for (EncryptionKeys.Key key : keys.keys()) {
                out.println("key " + key.id() + (key.primary() ? " (primary)" : ""));
            }
            out.println(file + " holds the new setting; seal it with escrow-keys once the servers run with it");
            return 0;
        } catch (FileAlreadyExistsException e) {
            out.println(file + " exists and may hold a key, so it stays");
        } catch (IOException e) {
            out.println(file + " cannot be written");
        }
        return 1;
    }
}
