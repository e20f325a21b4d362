package org.shouwang.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.testsupport.TestDatabase;

/** What happens to the data when processes are killed. */
class DatabaseFaultTest {

    @TempDir
    Path parent;

    @AfterEach
    void stopServer() {
        assertThat(EmbeddedDatabase.stop(folder(), Durability.DURABLE)).isTrue();
    }

    @Test
    void theServerOfAKilledJvmIsFoundAndUsed() throws Exception {
        DatabaseUserProcess user = DatabaseUserProcess.launch(folder(), parent.resolve("told"), "stay");
        String url = user.url();
        user.kill();
        long server = postmaster();

        DatabaseAddress address = start();

        assertThat(address.jdbcUrl()).isEqualTo(url);
        assertThat(postmaster()).isEqualTo(server);
        assertThat(writers(address)).isEqualTo(Long.toString(user.process().pid()));
    }

    @Test
    void aKilledServerIsRecovered() throws Exception {
        DatabaseUserProcess user = DatabaseUserProcess.launch(folder(), parent.resolve("told"), "stay");
        String url = user.url();
        user.kill();
        killWithChildren(postmaster());

        DatabaseAddress address = start();

        assertThat(address.jdbcUrl()).isEqualTo(url);
        assertThat(writers(address)).isEqualTo(Long.toString(user.process().pid()));
    }

    @Test
    void aKilledPostmasterWhoseBackendsStillRunIsRecovered() throws Exception {
        DatabaseAddress before = start();
        Sql.execute(before, "CREATE TABLE kept AS SELECT 7 AS writer");
        ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();

        DatabaseAddress after = start();

        assertThat(after).isEqualTo(before);
        assertThat(writers(after)).isEqualTo("7");
    }

    /** The postmaster is dead but not reaped, and a backend of it has not noticed yet. */
    @Test
    void aStartWaitsForTheBackendsOfAPostmasterThatIsNotReaped() throws Exception {
        DatabaseAddress before = start();
        Sql.execute(before, "CREATE TABLE kept AS SELECT 7 AS writer");
        List<String> lines = Files.readAllLines(PostmasterFile.in(cluster()));
        ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        ProcessHandle backend = postmaster.children().findFirst().orElseThrow();
        signal("STOP", backend);
        postmaster.destroyForcibly();
        await().until(() -> !postmaster.isAlive());
        try (Unreaped dead = Unreaped.process()) {
            Files.write(
                    PostmasterFile.in(cluster()),
                    Stream.concat(
                                    Stream.of(Long.toString(dead.pid())),
                                    lines.stream().skip(1))
                            .toList());
            CompletableFuture<DatabaseAddress> starting = CompletableFuture.supplyAsync(this::start);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> starting.isDone()
                            || Files.readString(folder().resolve("postgresql.log"))
                                    .contains("FATAL"));
            signal("CONT", backend);

            DatabaseAddress after = starting.get(60, TimeUnit.SECONDS);

            assertThat(writers(after)).isEqualTo("7");
        } finally {
            signal("CONT", backend);
        }
    }

    @Test
    void aProcessIdGivenToAnotherProcessSinceIsNoServer() throws Exception {
        DatabaseAddress before = start();
        Sql.execute(before, "CREATE TABLE kept AS SELECT 7 AS writer");
        List<String> lines =
                Files.readAllLines(PostmasterFile.in(folder().toRealPath().resolve("cluster")));
        killWithChildren(postmaster());
        String own = Long.toString(ProcessHandle.current().pid());
        Files.write(
                PostmasterFile.in(cluster()),
                Stream.concat(Stream.of(own), lines.stream().skip(1)).toList());

        DatabaseAddress after = start();

        assertThat(writers(after)).isEqualTo("7");
    }

    @Test
    void twoJvmsStartingAtOnceGetOneServerAndTheLastStopsIt() throws Exception {
        DatabaseUserProcess one = DatabaseUserProcess.launch(folder(), parent.resolve("one"), "stay");
        DatabaseUserProcess other = DatabaseUserProcess.launch(folder(), parent.resolve("other"), "end");
        String url = one.url();

        assertThat(other.url()).isEqualTo(url);

        other.awaitEnd();
        assertThat(PostmasterFile.read(cluster())).isPresent();
        one.process().destroy();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(PostmasterFile.read(cluster())).isEmpty());
        assertThat(start().jdbcUrl()).isEqualTo(url);
    }

    @Test
    void reloadsInNewClassLoadersShareOneServerWhichIsStoppedAtTheEnd() throws Exception {
        DatabaseUserProcess user =
                DatabaseUserProcess.launch(ReloadingUser.class, folder(), parent.resolve("told"), "");

        user.awaitEnd();

        assertThat(user.output()).doesNotContain("Exception");
        assertThat(PostmasterFile.read(cluster())).isEmpty();
        assertThat(cluster().resolve("PG_VERSION")).exists();
    }

    private DatabaseAddress start() {
        return EmbeddedDatabase.start(folder(), TestDatabase.programs(), Durability.DURABLE);
    }

    private Path folder() {
        return parent.resolve("database");
    }

    private Path cluster() {
        return folder().resolve("cluster");
    }

    private long postmaster() throws IOException {
        return PostmasterFile.read(cluster()).orElseThrow().pid();
    }

    private static String writers(DatabaseAddress address) throws SQLException {
        return Sql.text(address, "SELECT string_agg(writer::text, ',') FROM kept");
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void killWithChildren(long pid) {
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(all).noneMatch(ProcessHandle::isAlive));
    }
}
