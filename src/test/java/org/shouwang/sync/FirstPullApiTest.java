package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Newcomers;
import org.shouwang.staff.Newcomers.Newcomer;
import org.shouwang.testsupport.SentStatements;

/** What the first pull of a village costs: in bytes over a weak net, and in statements. */
@QuarkusTest
class FirstPullApiTest {

    private static final Logger LOG = Logger.getLogger(FirstPullApiTest.class);

    private static final long LARGE = 610304109203L;
    private static final long SMALL = 610304109202L;
    private static final int MOST_BYTES = 200 * 1024;
    private static final int MOST_STATEMENTS = 21;
    private static final List<String> KINDS = List.of("household", "child", "visit", "task");

    @Inject
    Newcomers newcomers;

    @TestHTTPResource("/api/v1/")
    URI api;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Newcomer ofLarge;
    private Newcomer ofSmall;

    /** A page as it travels and as it reads, and how many statements it took. */
    private record Page(int bytes, JsonPath json, int clear, int statements) {}

    @BeforeEach
    void twoVillages() throws SQLException {
        ofLarge = filled(LARGE, 75);
        ofSmall = filled(SMALL, 8);
    }

    private Newcomer filled(long village, int families) throws SQLException {
        Newcomer director = newcomers.appoint(RoleCode.CHILDREN_DIRECTOR, village);
        new FullVillage(director, village).fill(families);
        return director;
    }

    @AfterEach
    void nobodyWorksThereAnyMore() throws SQLException {
        newcomers.dismiss();
    }

    @Test
    void aVillageTravelsInTwoHundredKilobytesAndInAsManyStatementsAPageHoweverManyRecordsItHas() throws Exception {
        List<Page> large = pull(ofLarge);
        List<Page> small = pull(ofSmall);

        Map<String, Long> counts = large.stream()
                .flatMap(page -> page.json().<String>getList("changes.kind").stream())
                .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
        int bytes = large.stream().mapToInt(Page::bytes).sum();
        LOG.infof(
                "first pull of %s: %d bytes of %d in %d pages, %s statements a page; %d bytes of the small village",
                counts,
                bytes,
                large.stream().mapToInt(Page::clear).sum(),
                large.size(),
                large.stream().map(Page::statements).toList(),
                small.get(0).bytes());
        assertThat(counts.get("child")).isGreaterThanOrEqualTo(150);
        assertThat(counts.get("household")).isGreaterThanOrEqualTo(75);
        assertThat(counts.get("visit")).isGreaterThanOrEqualTo(600);
        assertThat(counts.get("task")).isGreaterThanOrEqualTo(300);
        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(small).hasSize(1);
        assertThat(large.get(0).json().<String>getList("changes.kind"))
                .containsAll(KINDS)
                .filteredOn(kind -> !large.get(0).json().getList("replaced").contains(kind))
                .hasSize(500);
        assertThat(large.get(0).statements())
                .isEqualTo(small.get(0).statements())
                .isLessThanOrEqualTo(MOST_STATEMENTS);
    }

    private List<Page> pull(Newcomer who) throws Exception {
        List<Page> pages = new ArrayList<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            Page page = page(who, cursor);
            pages.add(page);
            cursor = page.json().getString("cursor");
            more = page.json().getBoolean("more");
        }
        return pages;
    }

    private Page page(Newcomer who, String cursor) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("sync/changes?limit=500&cursor=" + cursor))
                .header("Authorization", "Bearer " + who.token())
                .header("Accept-Encoding", "gzip")
                .build();
        try (SentStatements sent = SentStatements.start()) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            byte[] clear = unzipped(answer.body());
            return new Page(
                    answer.body().length,
                    new JsonPath(new ByteArrayInputStream(clear)),
                    clear.length,
                    sent.all().size());
        }
    }

    private static byte[] unzipped(byte[] zipped) throws IOException {
        try (GZIPInputStream clear = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return clear.readAllBytes();
        }
    }
}
