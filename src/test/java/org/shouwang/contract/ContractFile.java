package org.shouwang.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that the code writes: compared in every build, written anew by {@code mvn -Pcontract test}. */
record ContractFile(String path, String content) {

    private static final boolean WRITE = Boolean.getBoolean("contract.write");

    void check() {
        Path file = Path.of(path);
        try {
            if (WRITE) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, content);
            }
            assertThat(file)
                    .as("%s is not what the code gives; run `mvn -Pcontract test` and commit it", path)
                    .exists();
            assertThat(Files.readString(file))
                    .as("%s is not what the code gives; run `mvn -Pcontract test` and commit it", path)
                    .isEqualTo(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
