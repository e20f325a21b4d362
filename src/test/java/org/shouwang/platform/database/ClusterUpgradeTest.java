package org.shouwang.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.platform.backup.Backup;
import org.shouwang.platform.backup.Restore;
import org.shouwang.platform.pool.Migrating;
import org.shouwang.testsupport.TestDatabase;

/** Data that PostgreSQL 15 wrote is brought over, where its programs are on this machine. */
class ClusterUpgradeTest {

    private static final PostgresBinaries OLD = new PostgresBinaries(Path.of("/usr/lib/postgresql/15"));

    @TempDir
    Path parent;

    @BeforeEach
    void oldData() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(OLD.postgres()), "PostgreSQL 15 is not here");
        DatabaseFolder folder = DatabaseFolder.create(folder());
        ServerAccess access = ServerAccess.invent();
        access.write(folder.access());
        ServerProgram program = ServerProgram.in(folder);
        Path password = Files.writeString(folder.path().resolve("password"), access.adminPassword());
        program.account().mayOpen(password, folder);
        List<String> arguments = List.of(
                "-D",
                folder.cluster().toString(),
                "-U",
                ServerAccess.ADMIN,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C");
        assertThat(program.succeeds(OLD.initdb(), arguments))
                .as(program.lastLines())
                .isTrue();
        DatabaseAddress old = new ServerStart(folder, OLD, program, Durability.DURABLE)
                .run(access)
                .address();
        Migrating.waitingAs(Flyway.configure().dataSource(old.jdbcUrl(), old.username(), old.password()))
                .load()
                .migrate();
        Sql.execute(old, """
                insert into worker (id, full_name, sex_code, phone_cipher, phone_hash)
                select md5(n::text)::uuid, '某' || n, '2', '\\x0a', int4send(n) from generate_series(1, 100) n""");
    }

    @AfterEach
    void stop() {
        if (Files.exists(folder())) {
            assertThat(EmbeddedDatabase.stop(folder(), Durability.DURABLE)).isTrue();
        }
    }

    @Test
    void everyRowIsInTheNewClusterAndTheOldOneIsKept() throws Exception {
        DatabaseAddress database = start(ClusterUpgradeTest::copy);

        assertThat(Sql.text(database, "show server_version")).startsWith(DatabaseFolder.MAJOR_VERSION);
        assertThat(Sql.text(database, "select count(*) from worker")).isEqualTo("100");
        assertThat(version("cluster-15")).isEqualTo("15");
        assertThat(folder().resolve("upgrade")).doesNotExist();
    }

    @Test
    void aCopyThatFailsLeavesTheOldDataForTheNextAttempt() throws Exception {
        assertThatThrownBy(() -> start((from, to, scratch) -> {
                    copy(from, to, scratch);
                    throw new DatabaseStartException("the disk is full");
                }))
                .hasMessageContaining("the disk is full");
        assertThat(version("cluster")).isEqualTo("15");

        DatabaseAddress database = start(ClusterUpgradeTest::copy);

        assertThat(Sql.text(database, "select count(*) from worker")).isEqualTo("100");
    }

    @Test
    void aCrashBetweenTheTwoRenamingsIsMadeGoodAtTheNextStart() throws Exception {
        start(ClusterUpgradeTest::copy);
        EmbeddedDatabase.stop(folder(), Durability.DURABLE);
        Path workshop = Files.createDirectories(folder().resolve("upgrade"));
        Files.move(folder().resolve("cluster"), workshop.resolve("cluster"));
        Files.createFile(workshop.resolve("ready"));

        DatabaseAddress database = start(ClusterUpgradeTest::copy);

        assertThat(Sql.text(database, "select count(*) from worker")).isEqualTo("100");
        assertThat(version("cluster-15")).isEqualTo("15");
    }

    @Test
    void withoutTheOldProgramsNothingIsTouched() throws IOException {
        EmbeddedDatabase.stop(folder(), Durability.DURABLE);
        Path options = folder().resolve("cluster/postmaster.opts");
        Files.writeString(options, "/nowhere/15/bin/postgres \"-D\" \"x\"");

        assertThatThrownBy(() -> start(ClusterUpgradeTest::copy))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("the programs of PostgreSQL 15 are not here");

        assertThat(version("cluster")).isEqualTo("15");
    }

    private static void copy(DatabaseAddress from, DatabaseAddress to, Path scratch) {
        new Backup(from, Optional.empty(), Optional.empty()).as(scratch.resolve("upgrade.zip"));
        new Restore(to, Optional.empty(), restored -> {}).run(scratch.resolve("upgrade.zip"));
    }

    private DatabaseAddress start(ClusterCopy copy) {
        return EmbeddedDatabase.start(folder(), TestDatabase.programs(), Durability.DURABLE, copy);
    }

    private String version(String cluster) throws IOException {
        return Files.readString(folder().resolve(cluster).resolve("PG_VERSION")).strip();
    }

    private Path folder() {
        return parent.resolve("database");
    }
}
