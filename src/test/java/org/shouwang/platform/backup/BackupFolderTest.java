package org.shouwang.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.testsupport.TestDatabase;

class BackupFolderTest {

    @TempDir
    Path folder;

    @Test
    void aNameIsTheLocalTimeOfTheSnapshot() {
        assertThat(BackupFolder.name(Instant.parse("2026-11-21T18:30:00Z"))).isEqualTo("shouwang-20261122-023000.zip");
    }

    @Test
    void onlyBackupsBeforeTheBorderAreOlder() {
        Instant border = Instant.parse("2026-11-21T18:30:00Z");

        assertThat(BackupFolder.isOlder("shouwang-20261122-022959.zip", border)).isTrue();
        assertThat(BackupFolder.isOlder("shouwang-20261122-023000.zip", border)).isFalse();
        assertThat(BackupFolder.isOlder("of-somebody-else-20200101-000000.zip", border))
                .isFalse();
    }

    @Test
    void aGoodBackupClearsAwayOldOnesAndWhatAKillLeft() throws IOException {
        DatabaseAddress database = County.create("backup_folder");
        Files.createFile(folder.resolve("shouwang-20200101-000000.zip"));
        Files.createFile(folder.resolve("shouwang.partial"));
        Files.createFile(folder.resolve("notes.txt"));
        try {
            Backup.Made made = backup(database).into(new BackupFolder(folder), 14);

            assertThat(folder.toFile().list()).containsExactlyInAnyOrder(name(made), "notes.txt");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.file())))
                    .isEqualTo("rw-------");
            assertThat(County.text(database, "select file from backup")).isEqualTo(name(made));
        } finally {
            TestDatabase.drop(database);
        }
    }

    @Test
    void aFailedBackupRemovesNoOldOne() throws IOException {
        DatabaseAddress database = TestDatabase.fresh("backup_gone");
        TestDatabase.drop(database);
        Files.createFile(folder.resolve("shouwang-20200101-000000.zip"));

        assertThatThrownBy(() -> backup(database).into(new BackupFolder(folder), 14))
                .isInstanceOf(BackupException.class);

        assertThat(folder.toFile().list()).containsExactly("shouwang-20200101-000000.zip");
    }

    private static Backup backup(DatabaseAddress database) {
        return new Backup(database, Optional.empty(), Optional.empty());
    }

    private static String name(Backup.Made made) {
        return made.file().getFileName().toString();
    }
}
