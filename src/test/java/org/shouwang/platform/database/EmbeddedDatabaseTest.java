package org.shouwang.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.testsupport.TestDatabase;

class EmbeddedDatabaseTest {

    private static final int SOCKET_FOLDER_LINE = 4;

    @TempDir
    Path parent;

    @AfterEach
    void stopServer() {
        if (Files.isDirectory(folder())) {
            assertThat(EmbeddedDatabase.stop(folder(), Durability.DURABLE)).isTrue();
        }
    }

    @Test
    void coldStartGivesAnEmptyDatabaseOfItsOwner() throws SQLException {
        DatabaseAddress address = start();

        assertThat(Sql.text(address, "SELECT current_user || '@' || current_database()"))
                .isEqualTo("shouwang@shouwang");
        assertThat(Sql.text(address, "SHOW server_version")).startsWith(DatabaseFolder.MAJOR_VERSION + ".");
        assertThat(Sql.text(address, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(Sql.text(address, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThat(Sql.text(address, "SELECT upper('é') || '守望'")).isEqualTo("É守望");
    }

    @Test
    void aDurableServerFlushesWhatItAcknowledges() throws SQLException {
        DatabaseAddress address = start();

        assertThat(List.of(
                        Sql.text(address, "SHOW fsync"),
                        Sql.text(address, "SHOW synchronous_commit"),
                        Sql.text(address, "SHOW full_page_writes"),
                        Sql.text(address, "SHOW max_connections")))
                .containsExactly("on", "on", "on", "100");
    }

    @Test
    void warmStartKeepsDataAndPort() throws SQLException {
        DatabaseAddress first = start();
        Sql.execute(first, "CREATE TABLE kept AS SELECT 1 AS n");
        assertThat(EmbeddedDatabase.stop(folder(), Durability.DURABLE)).isTrue();
        assertThatThrownBy(() -> Sql.text(first, "SELECT 1")).isInstanceOf(SQLException.class);

        DatabaseAddress second = start();

        assertThat(second).isEqualTo(first);
        assertThat(Sql.text(second, "SELECT count(*) FROM kept")).isEqualTo("1");
    }

    @Test
    void startingAgainInOneJvmAnswersTheSameServer() throws SQLException {
        DatabaseAddress first = start();
        String startedAt = Sql.text(first, "SELECT pg_postmaster_start_time()");

        DatabaseAddress second = start();

        assertThat(second).isEqualTo(first);
        assertThat(Sql.text(second, "SELECT pg_postmaster_start_time()")).isEqualTo(startedAt);
    }

    @Test
    void wrongPasswordIsRefused() {
        DatabaseAddress address = start();

        assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), address.username(), "wrong"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), "postgres", ""))
                .isInstanceOf(SQLException.class);
        assertThat(address.toString()).doesNotContain(address.password()).contains("***");
    }

    @Test
    void aRunningServerThatRefusesOurPasswordIsNotUsed() throws IOException {
        start();
        ServerAccess kept = ServerAccess.read(accessFile()).orElseThrow();
        new ServerAccess(kept.port(), "wrong", kept.password()).write(accessFile());

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("refuses the password");

        kept.write(accessFile());
    }

    @Test
    void onlyTheOwnerReadsThePasswords() throws IOException {
        start();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(accessFile())))
                .isEqualTo("rw-------");
        assertThat(folder().resolve("initdb.password")).doesNotExist();
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        DatabaseAddress address = start();

        assertThat(Sql.text(address, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        List<String> postmaster = Files.readAllLines(PostmasterFile.in(folder().resolve("cluster")));
        assertThat(postmaster.get(SOCKET_FOLDER_LINE)).isEmpty();
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(candidate -> candidate instanceof Inet4Address && !candidate.isLoopbackAddress())
                .toList();
        for (InetAddress other : others) {
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, port(address)), 2000))
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void aPortTakenByAStrangerIsLeftToHim() throws Exception {
        DatabaseAddress first = start();
        EmbeddedDatabase.stop(folder(), Durability.DURABLE);
        try (ServerSocket stranger = new ServerSocket(port(first), 1, InetAddress.getByName("127.0.0.1"))) {
            DatabaseAddress second = start();

            assertThat(port(second)).isNotEqualTo(stranger.getLocalPort());
            assertThat(Sql.text(second, "SELECT 1")).isEqualTo("1");
            assertThat(ServerAccess.read(accessFile()).orElseThrow().port()).isEqualTo(port(second));
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsLeftAlone() throws IOException {
        Path cluster = Files.createDirectories(folder().resolve("cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "15\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("PostgreSQL 15")
                .hasMessageContaining("nothing was changed");

        assertThat(cluster).isDirectoryContaining("glob:**PG_VERSION").isNotEmptyDirectory();
        assertThat(accessFile()).doesNotExist();
    }

    @Test
    void dataWithoutItsPasswordsIsRefused() throws IOException {
        start();
        EmbeddedDatabase.stop(folder(), Durability.DURABLE);
        Files.delete(accessFile());

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("passwords are gone");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "in the way");

        assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("database")))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFailingInitdbSaysWhy() throws IOException {
        Files.createDirectories(folder());
        Path programs = parent.resolve("programs");
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(programs);
        DatabaseFolder.delete(binaries.home().resolve("share/postgresql/postgres.bki"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder(), programs, Durability.DURABLE))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("initdb failed")
                .hasMessageContaining("postgres.bki");
    }

    @Test
    void twoThreadsStartingAtOnceGetOneServer() throws SQLException {
        CompletableFuture<DatabaseAddress> other = CompletableFuture.supplyAsync(this::start);

        DatabaseAddress own = start();

        assertThat(other.join()).isEqualTo(own);
        assertThat(Sql.text(own, "SELECT 1")).isEqualTo("1");
    }

    private DatabaseAddress start() {
        return EmbeddedDatabase.start(folder(), TestDatabase.programs(), Durability.DURABLE);
    }

    private Path folder() {
        return parent.resolve("database");
    }

    private Path accessFile() {
        return folder().resolve("access.properties");
    }

    private static int port(DatabaseAddress address) {
        return URI.create(address.reactiveUrl()).getPort();
    }
}
