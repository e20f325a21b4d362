package org.shouwang.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.platform.command.Command;

class EscrowCommandsTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(Command command, Object... arguments) {
        printed.reset();
        List<String> words =
                java.util.Arrays.stream(arguments).map(Object::toString).toList();
        return command.run(words, new PrintStream(printed, true, UTF_8));
    }

    @Test
    void thePrivateKeyGoesIntoAFileOfItsOwnerAndIsNotPrinted() throws IOException {
        Path file = folder.resolve("private.json");

        int exit = run(new NewEscrowKeyCommand(), file);

        assertThat(exit).isZero();
        assertThat(printed.toString(UTF_8)).startsWith("SHOUWANG_KEYS_ESCROW={").hasLineCount(1);
        assertThat(printed.toString(UTF_8))
                .doesNotContain(Files.readString(file).strip());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aPrivateKeyIsNeverOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("private.json"), "the only key to the backups");

        int exit = run(new NewEscrowKeyCommand(), file);

        assertThat(exit).isEqualTo(1);
        assertThat(file).hasContent("the only key to the backups");
        assertThat(printed.toString(UTF_8)).doesNotContain("SHOUWANG_KEYS_ESCROW=");
    }

    @Test
    void whatIsNoEscrowIsSaidToBeNone() throws IOException {
        Path privateKey = folder.resolve("private.json");
        run(new NewEscrowKeyCommand(), privateKey);
        Path sealed = Files.writeString(folder.resolve("sealed"), "something else");

        int exit = run(new OpenEscrowCommand(), sealed, privateKey);

        assertThat(exit).isEqualTo(1);
        assertThat(run(new OpenEscrowCommand(), sealed)).isEqualTo(2);
        assertThat(run(new OpenEscrowCommand(), sealed, folder.resolve("absent")))
                .isEqualTo(1);
    }
}
