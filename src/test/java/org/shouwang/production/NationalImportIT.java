package org.shouwang.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.testsupport.TestDatabase;

/**
 * The list of the whole nation into a packaged server with a heap of 512 MB. {@code mvn verify -Dtest=NationalFileTest
 * -Dit.test=NationalImportIT} runs what there is about it; {@code -Dtest.nation=<file>} where the list does not lie beside the
 * project. The log says how long it took and how much memory.
 */
class NationalImportIT {

    private static final Logger LOG = Logger.getLogger(NationalImportIT.class);

    private static final Path NATION = Path.of(System.getProperty("test.nation", "../shared/data/areas-cn.csv.gz"));

    private static final String PHONE = "13900990100";
    private static final int AREAS = 665_271;

    /** Heap, and what a JVM needs beside it. */
    private static final long MOST_MIB = 1024;

    private static final String TABLE = "select sum(hashtextextended(area::text, 0)::numeric) % 1000000007 from area";

    private DatabaseAddress database;

    @BeforeEach
    void emptyDatabase() {
        assumeTrue(Files.exists(NATION), "the national file lies elsewhere");
        database = TestDatabase.fresh("nation_over_http");
    }

    @AfterEach
    void noDatabase() {
        if (Files.exists(NATION)) {
            TestDatabase.drop(database);
        }
    }

    @Test
    void theNationIsTakenOverHttpAndTheSecondTimeChangesNothing() throws Exception {
        Map<String, String> settings = ProductionSettings.on(database);
        String code = PackagedCommand.run(settings, "first-administrator", "张三", PHONE)
                .out()
                .strip();
        try (PackagedServer server = PackagedServer.launch("512m", settings).awaitReady()) {
            String token = signIn(server, code);

            JsonPath first = upload(server, token);
            long taken = Tables.number(database, TABLE);
            JsonPath second = upload(server, token);

            assertThat(counts(first)).containsExactly(AREAS, 0, 0, 0);
            assertThat(counts(second)).containsExactly(0, 0, AREAS, 0);
            assertThat(Tables.number(database, TABLE)).isEqualTo(taken);
            assertThat(server.peakMemoryMiB()).isLessThan(MOST_MIB);
            assertThat(server.output()).doesNotContain("OutOfMemoryError");
        }
    }

    private static String signIn(PackagedServer server, String code) throws IOException, InterruptedException {
        HttpResponse<String> session = server.post(
                "/api/v1/auth/activate",
                "{\"phone\":\"%s\",\"code\":\"%s\",\"password\":\"kqzv btwm xr\"}".formatted(PHONE, code));
        assertThat(session.statusCode()).isEqualTo(200);
        return JsonPath.from(session.body()).getString("accessToken");
    }

    private JsonPath upload(PackagedServer server, String token) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        HttpResponse<String> answer = server.upload("/api/v1/areas/import", NATION, token);
        LOG.infof(
                "The nation took %d s; the server has held at most %d MiB",
                Duration.between(begin, Instant.now()).toSeconds(), server.peakMemoryMiB());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonPath.from(answer.body());
    }

    private static List<Integer> counts(JsonPath report) {
        return List.of(
                report.getInt("created"),
                report.getInt("renamed"),
                report.getInt("unchanged"),
                report.getInt("refused"));
    }
}
