package org.shouwang.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.testsupport.TestDatabase;

class RestoreTest {

    @TempDir
    Path folder;

    private DatabaseAddress source;
    private DatabaseAddress target;

    @BeforeEach
    void databases() {
        source = County.create("backup_source");
        target = TestDatabase.fresh("backup_target");
    }

    @AfterEach
    void dropDatabases() {
        TestDatabase.drop(source);
        TestDatabase.drop(target);
    }

    @Test
    void everyTableGivesBackTheSameRows() {
        Manifest made = backUp().manifest();

        restore().run(file());

        Manifest again = new Backup(target, Optional.empty(), Optional.empty())
                .as(folder.resolve("again.zip"))
                .manifest();
        assertThat(again.tables()).isEqualTo(made.tables()).anyMatch(table -> table.rows() == 1000);
        assertThat(again.partitions()).containsAll(made.partitions());
        assertThat(again.sequences()).isEqualTo(made.sequences()).isNotEmpty();
        assertThat(again.schemaVersion()).isEqualTo(made.schemaVersion());
    }

    @Test
    void theRulesOfTheSchemaHoldAgain() throws SQLException {
        backUp();

        restore().run(file());

        try (CopyConnection before = CopyConnection.open(source);
                CopyConnection after = CopyConnection.open(target)) {
            assertThat(new Catalogue(after).foreignKeys())
                    .isEqualTo(new Catalogue(before).foreignKeys())
                    .isNotEmpty();
            assertThat(new Catalogue(after).triggers())
                    .isEqualTo(new Catalogue(before).triggers())
                    .isNotEmpty();
        }
        assertThat(County.text(target, "select count(*) from audit_202402")).isEqualTo("1");
        assertThat(County.text(target, """
                insert into worker (id, full_name, sex_code, phone_cipher, phone_hash)
                values (md5('next')::uuid, '下', '1', '', 'next') returning number""")).isEqualTo("1001");
    }

    @Test
    void aDatabaseThatHoldsSomethingIsNotTouched() {
        backUp();
        County.execute(target, "create table precious (kept text); insert into precious values ('yes')");

        assertThatThrownBy(() -> restore().run(file()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("not empty");

        assertThat(County.text(target, "select kept from precious")).isEqualTo("yes");
    }

    @Test
    void aRestoreThatBrokeOffIsMarkedAndDoneAgain() throws SQLException {
        backUp();
        Restore breaking = new Restore(target, Optional.empty(), connection -> {
            throw new SQLException("killed");
        });
        assertThatThrownBy(() -> breaking.run(file())).hasMessageContaining("killed");
        assertThat(Restore.isUnfinished(target)).isTrue();
        assertThat(County.text(target, "select count(*) from worker")).isEqualTo("0");

        restore().run(file());

        assertThat(Restore.isUnfinished(target)).isFalse();
        assertThat(County.text(target, "select count(*) from worker")).isEqualTo("1000");
    }

    @Test
    void aFlippedBitIsFoundBeforeAnythingIsRestored() throws IOException {
        backUp();
        long middle = Files.size(file()) / 2;
        try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
            bytes.seek(middle);
            int was = bytes.read();
            bytes.seek(middle);
            bytes.write(was ^ 0x10);
        }

        assertThatThrownBy(() -> restore().run(file()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("damaged");

        assertThat(County.text(target, "select count(*) from pg_class where relname = 'worker'"))
                .isEqualTo("0");
    }

    @Test
    void aFileThatWasCutOffIsNoBackup() throws IOException {
        backUp();
        try (FileChannel file = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 100);
        }

        assertThatThrownBy(() -> Verification.read(file())).isInstanceOf(BackupException.class);
    }

    @Test
    void aBackupOfANewerProgramIsRefused() {
        County.execute(source, """
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                                                   execution_time, success)
                values (9999, '9999', 'future', 'SQL', 'V9999__future.sql', 'x', 1, true)""");
        backUp();

        assertThatThrownBy(() -> restore().run(file())).hasMessageContaining("9999");

        assertThat(County.text(target, "select count(*) from pg_class where relname = 'worker'"))
                .isEqualTo("0");
    }

    @Test
    void filesComeBackAndDifferentOnesAreNotReplaced() throws IOException {
        Path original = Files.createDirectories(folder.resolve("original"));
        Files.createDirectories(original.resolve("a/b"));
        Files.writeString(original.resolve("a/b/照片.jpg"), "picture");
        Files.writeString(original.resolve("second"), "two");
        new Backup(source, Optional.of(original), Optional.of(new byte[] {1, 2, 3})).as(file());
        Path back = Files.createDirectories(folder.resolve("back"));
        Files.writeString(back.resolve("second"), "another");
        Restore restore = new Restore(target, Optional.of(back), connection -> {});
        assertThatThrownBy(() -> restore.run(file())).hasMessageContaining("differs");
        Files.delete(back.resolve("second"));

        restore.run(file());

        assertThat(back.resolve("a/b/照片.jpg")).hasContent("picture");
        assertThat(back.resolve("second")).hasContent("two");
        assertThat(List.of(back.toFile().list())).containsExactlyInAnyOrder("a", "second");
    }

    @Test
    void aTrialLeavesNothingBehind() {
        backUp();

        assertThat(Verification.restoreOnTrial(file(), target)).isTrue();

        assertThat(County.text(target, "select count(*) from pg_database where datname like 'shouwang_trial%'"))
                .isEqualTo("0");
    }

    private Backup.Made backUp() {
        return new Backup(source, Optional.empty(), Optional.empty()).as(file());
    }

    private Restore restore() {
        return new Restore(target, Optional.empty(), connection -> {});
    }

    private Path file() {
        return folder.resolve("backup.zip");
    }
}
