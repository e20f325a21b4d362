package org.shouwang.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void aFolderFromBeforeAKeyWasNeededGetsItAndKeepsTheOthers() throws IOException {
        Properties before = new DataFolder(folder).keys();
        Path file = folder.resolve("keys.properties");
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("shouwang.keys.audit"))
                        .toList());

        Properties after = new DataFolder(folder).keys();

        assertThat(after.getProperty("shouwang.keys.audit"))
                .hasSize(43)
                .isNotEqualTo(before.getProperty("shouwang.keys.audit"));
        assertThat(after).containsAllEntriesOf(without(before, "shouwang.keys.audit"));
        assertThat(kept(file)).isEqualTo(after);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keysAreMadeOnce() throws IOException {
        Properties first = new DataFolder(folder).keys();

        Properties second = new DataFolder(folder).keys();

        assertThat(second).isEqualTo(first).hasSize(4);
    }

    private static Properties kept(Path file) throws IOException {
        Properties keys = new Properties();
        keys.load(new StringReader(Files.readString(file)));
        return keys;
    }

    private static Properties without(Properties keys, String name) {
        Properties rest = new Properties();
        rest.putAll(keys);
        rest.remove(name);
        return rest;
    }
}
