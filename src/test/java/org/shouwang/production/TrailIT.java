package org.shouwang.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Families.Household;
import org.shouwang.testsupport.TestDatabase;
import org.shouwang.testsupport.WorkerTable;

/** Who looked is on record, also when the server dies in the middle; and who changes the record is found. */
class TrailIT {

    private static final int LOOKS = 1000;
    private static final int AT_ONCE = 100;
    private static final int KILL_AFTER = 350;
    private static final String PHONE = "13900000001";
    private static final String VILLAGE = "610304101200";
    private static final Duration PATIENCE = Duration.ofSeconds(80);

    private final ObjectMapper json = new ObjectMapper();
    private final UUID child = UUID.randomUUID();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> cutOff = ConcurrentHashMap.newKeySet();

    @Test
    void everyFullLookThatWasAnsweredIsOnRecordAndTheRecordHolds() throws Exception {
        DatabaseAddress database = TestDatabase.fresh("trail");
        Map<String, String> settings = ProductionSettings.on(database);
        try (Connection connection = connect(database)) {
            try (PackagedServer server = PackagedServer.launch(settings).awaitReady()) {
                fill(connection, settings);
                String token = signIn(server);
                register(server, token);

                lookAndKill(server, token);
            }

            assertThat(answered).hasSizeGreaterThanOrEqualTo(KILL_AFTER);
            assertThat(refused).isNotEmpty();
            assertThat(cutOff).isNotEmpty();
            try (PackagedServer again = PackagedServer.launch(settings).awaitReady()) {
                List<String> rows = looks(connection);
                assertThat(rows).doesNotHaveDuplicates().containsAll(answered).doesNotContainAnyElementsOf(refused);
                assertThat(rows).filteredOn(row -> !answered.contains(row)).hasSizeLessThanOrEqualTo(AT_ONCE);
                Awaitility.await().atMost(PATIENCE).until(() -> unsealed(connection) == 0);
            }

            assertThat(verify(settings)).isZero();
            run(connection, "update access_log set reason = '另有原因' where request_id = 'look-1'");
            assertThat(verify(settings)).isEqualTo(1);
        } finally {
            TestDatabase.drop(database);
        }
    }

    private void lookAndKill(PackagedServer server, String token) throws InterruptedException, ExecutionException {
        ExecutorService phones = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> looks = new ArrayList<>();
            for (int i = 0; i < LOOKS; i++) {
                String request = "look-" + i;
                String form = i % 3 == 0 ? "{\"reason\":\"\"}" : "{\"reason\":\"到派出所核对户口\"}";
                looks.add(phones.submit(() -> look(server, token, request, form)));
            }
            Awaitility.await().atMost(PATIENCE).until(() -> answered.size() >= KILL_AFTER);
            server.kill();
            for (Future<?> look : looks) {
                look.get();
            }
        } finally {
            phones.shutdown();
        }
    }

    private void look(PackagedServer server, String token, String request, String form) {
        try {
            HttpResponse<String> answer =
                    server.send("POST", "/api/v1/children/" + child + "/full-look", form, token, request);
            (answer.statusCode() == 200 ? answered : refused).add(request);
        } catch (IOException | InterruptedException e) {
            cutOff.add(request);
        }
    }

    private static int verify(Map<String, String> settings) throws InterruptedException {
        try (PackagedServer command = PackagedServer.launch(settings, "verify-audit")) {
            int exit = command.awaitExit();
            assertThat(command.output()).contains(exit == 0 ? "whole  access_log:" : "BROKEN access_log: seal");
            return exit;
        }
    }

    private String signIn(PackagedServer server) throws IOException, InterruptedException {
        HttpResponse<String> answer = server.post(
                "/api/v1/auth/login",
                json.writeValueAsString(Map.of("phone", PHONE, "password", WorkerTable.PASSWORD)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body()).get("accessToken").asText();
    }

    private void register(PackagedServer server, String token) throws IOException, InterruptedException {
        Household household = new Household(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        Map<String, Object> family = Families.household(VILLAGE, household.grandmother(), household.father());
        put(server, token, "/api/v1/households/" + household.id(), family);
        put(server, token, "/api/v1/children/" + child, Families.child(VILLAGE, household));
    }

    private void put(PackagedServer server, String token, String path, Map<String, Object> form)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = server.send("PUT", path, json.writeValueAsString(form), token, "fill");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** One village and its director, who can sign in. */
    private static void fill(Connection connection, Map<String, String> settings) throws SQLException {
        run(connection, """
                insert into area (code, name, level, parent_code, code_end) values
                    (610304000000, '区', 'COUNTY', null, 610305000000),
                    (610304101000, '镇', 'TOWNSHIP', 610304000000, 610304102000),
                    (610304101200, '村', 'VILLAGE', 610304101000, 610304101201)
                """);
        WorkerTable.appoint(
                connection, ProductionSettings.keys(settings), PHONE, "CHILDREN_DIRECTOR", Long.parseLong(VILLAGE));
    }

    private static List<String> looks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select request_id from access_log where action = 'child.full-look'")) {
            List<String> looks = new ArrayList<>();
            while (rows.next()) {
                looks.add(rows.getString(1));
            }
            return looks;
        }
    }

    private static int unsealed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select count(*) from access_log
                        where position >= (select coalesce(max(to_position), 0) from audit_seal
                                           where table_name = 'access_log')
                        """)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(DatabaseAddress database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
