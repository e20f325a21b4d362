package org.shouwang.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.testsupport.TestDatabase;

/** The drill: a backup, the loss of everything, a restore; and processes killed in the middle. */
class RestoreIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private DatabaseAddress database;
    private Map<String, String> settings;

    @BeforeEach
    void aServerThatWorkedForAWhile() throws IOException {
        database = TestDatabase.fresh("drill");
        settings = new HashMap<>(ProductionSettings.on(database));
        settings.put("SHOUWANG_BACKUP_FOLDER", folder.resolve("backups").toString());
        settings.put("SHOUWANG_FILES_FOLDER", folder.resolve("files").toString());
        Files.createDirectories(folder.resolve("files/a"));
        Files.writeString(folder.resolve("files/a/picture"), "picture");
        assertThat(PackagedCommand.run(settings, "first-administrator", "张三", "13900990100")
                        .exit())
                .isZero();
        Tables.execute(database, """
                insert into area (code, name, level, parent_code, code_end)
                    values (610304000000, '陈仓区', 'COUNTY', null, 610305000000);
                insert into worker (id, full_name, sex_code, phone_cipher, phone_hash)
                    select md5(n::text)::uuid, '某' || n, '2', '\\x0a00ff', int4send(n) from generate_series(1, 20000) n""");
    }

    @AfterEach
    void drop() {
        TestDatabase.drop(database);
    }

    @Test
    void everythingComesBackAndPhonesPullAfresh() throws IOException, InterruptedException {
        Map<String, String> before = Tables.sums(database);
        String backup = backUp();
        assertThat(PackagedCommand.run(settings, "verify-backup", backup).out()).contains("Restored on trial");
        loseEverything();

        PackagedCommand.Ended restored = PackagedCommand.run(settings, "restore", backup);

        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("Restored").contains("start the servers");
        assertThat(Tables.sums(database)).isEqualTo(before);
        assertThat(folder.resolve("files/a/picture")).hasContent("picture");
        assertThat(epochs()).isEqualTo(2);
        try (PackagedServer server = PackagedServer.launch(settings).awaitReady()) {
            assertThat(epochs()).isEqualTo(2);
            assertThat(server.get("/q/health/well").body()).contains("backup");
        }
    }

    /** docs/operations.md, step by step: nothing is left but a backup, and a key in a safe. */
    @Test
    void theKeysOfTheSafeOpenWhatTheBackupHolds() throws IOException {
        Tables.execute(database, "delete from worker where full_name like '某%'");
        Path safe = folder.resolve("private.json");
        String escrow = PackagedCommand.run(Map.of(), "new-escrow-key", safe.toString())
                .out()
                .strip();
        settings.put("SHOUWANG_KEYS_ESCROW", escrow.substring("SHOUWANG_KEYS_ESCROW=".length()));
        Map<String, String> before = Tables.sums(database);
        PackagedCommand.Ended made = PackagedCommand.run(settings, "backup");
        assertThat(made.exit()).as(made.err()).isZero();
        String backup = made.out().strip();
        Path sealed = folder.resolve("sealed");
        try (ZipFile zip = new ZipFile(backup)) {
            Files.write(sealed, zip.getInputStream(zip.getEntry("keys.sealed")).readAllBytes());
        }
        settings.remove("SHOUWANG_KEYS_ESCROW");
        Map<String, String> lost = new HashMap<>(settings);
        settings.keySet().removeIf(name -> name.startsWith("SHOUWANG_KEYS_"));
        loseEverything();

        PackagedCommand.Ended opened = PackagedCommand.run(Map.of(), "open-escrow", sealed.toString(), safe.toString());

        assertThat(opened.exit()).as(opened.out()).isZero();
        opened.out().lines().filter(line -> line.contains("=")).forEach(line -> {
            String[] setting = line.split("=", 2);
            settings.put(setting[0], setting[1]);
        });
        assertThat(settings).containsAllEntriesOf(lost);
        assertThat(PackagedCommand.run(settings, "restore", backup).exit()).isZero();
        assertThat(Tables.sums(database)).isEqualTo(before);
        assertThat(PackagedCommand.run(settings, "check-keys").out()).contains("the keys fit the database");
    }

    @Test
    void aRestoreWithOtherToolsIsToldToTheServer() {
        PackagedCommand.Ended told = PackagedCommand.run(settings, "restore-done");

        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out()).isEqualTo("A new epoch is open: phones pull afresh.\n");
        assertThat(epochs()).isEqualTo(2);
    }

    @Test
    void aBackupThatIsKilledLeavesNothingThatLooksGood() throws Exception {
        PackagedCommand killed;
        try (Connection connection = Tables.connect(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table worker in access exclusive mode");
            killed = PackagedCommand.start(settings, "backup");
            Awaitility.await().atMost(PATIENCE).until(() -> waits(statement));
            killed.kill();
        }
        assertThat(backups()).noneMatch(name -> name.endsWith(".zip"));

        String backup = backUp();

        assertThat(backups()).containsExactly(Path.of(backup).getFileName().toString());
    }

    @Test
    void aRestoreThatIsKilledStartsNoServerAndIsDoneAgain() throws Exception {
        Map<String, String> before = Tables.sums(database);
        String backup = backUp();
        loseEverything();
        PackagedCommand killed = PackagedCommand.start(settings, "restore", backup);
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Tables.number(
                                database,
                                "select count(*) from pg_namespace where nspname = 'shouwang_restore_unfinished'")
                        == 1);
        killed.kill();
        try (PackagedServer server = PackagedServer.launch(settings)) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.output()).contains("half a restore").hasLineCount(1);
        }

        PackagedCommand.Ended again = PackagedCommand.run(settings, "restore", backup);

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(Tables.sums(database)).isEqualTo(before);
    }

    private String backUp() {
        PackagedCommand.Ended made = PackagedCommand.run(settings, "backup");
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.err()).contains("no sealed keys");
        return made.out().strip();
    }

    private void loseEverything() throws IOException {
        database = TestDatabase.fresh("drill");
        Files.delete(folder.resolve("files/a/picture"));
    }

    private int epochs() {
        return Tables.number(database, "select max(number) from epoch");
    }

    private Stream<String> backups() {
        return Stream.of(folder.resolve("backups").toFile().list());
    }

    private static boolean waits(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select 1 from pg_locks where not granted")) {
            return rows.next();
        }
    }
}
