package org.shouwang.platform.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** What a caller sees when the database is stuck, and that nothing of it stays when it is not any more. */
@QuarkusTest
@TestProfile(SmallPool.class)
class FullPoolApiTest {

    private static final int REQUESTS = 12;

    private final DataSource database;

    @TestHTTPResource("/")
    URI server;

    FullPoolApiTest(DataSource database) {
        this.database = database;
    }

    @Test
    void whoFindsNoPlaceIsToldToComeBackAndTheRestIsNotKeptForEver() throws Exception {
        String token = Accounts.COUNTY.token();
        List<Response> refused = Collections.synchronizedList(new ArrayList<>());
        Callable<Integer> request = () -> {
            Response answer = Accounts.with(token).get("/api/v1/me");
            if (answer.statusCode() == 503) {
                refused.add(answer);
            }
            return answer.statusCode();
        };

        List<Integer> statuses;
        try (Connection stuck = locked()) {
            statuses = Together.statuses(Collections.nCopies(REQUESTS, request));
        }

        assertThat(statuses).hasSize(REQUESTS).containsOnly(503);
        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.header("Retry-After")).isNotBlank();
            assertThat(answer.<String>path("type")).isEqualTo("urn:shouwang:problem:overloaded");
        });
        assertThat(Together.statuses(Collections.nCopies(SmallPool.CONNECTIONS + SmallPool.WAITING, request)))
                .containsOnly(200);
    }

    @Test
    void callersWhoHangUpLeaveNoConnectionBehind() throws Exception {
        String token = Accounts.COUNTY.token();
        try (Connection stuck = locked()) {
            for (int i = 0; i < SmallPool.CONNECTIONS + SmallPool.WAITING; i++) {
                hangUp(token);
            }
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> waiting() == SmallPool.CONNECTIONS);
        }

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> waiting() == 0);

        assertThat(Accounts.with(token).get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(Sql.number(
                        database,
                        "select count(*) from pg_stat_activity"
                                + " where application_name = 'shouwang' and state like 'idle in transaction%'"))
                .isZero();
    }

    /** Nobody can read who works here until the connection is closed. */
    private Connection locked() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        connection
                .prepareStatement("lock table worker in access exclusive mode")
                .execute();
        return connection;
    }

    private void hangUp(String token) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String request = "GET /api/v1/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    private long waiting() throws SQLException {
        return Sql.number(
                database,
                "select count(*) from pg_stat_activity where application_name = 'shouwang' and wait_event_type = 'Lock'");
    }
}
