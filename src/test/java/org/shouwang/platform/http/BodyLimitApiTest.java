package org.shouwang.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A body may be as large as its path says, whether or not it says how large it is. */
@QuarkusTest
class BodyLimitApiTest {

    private static final String RECORDS = "/api/v1/auth/login";
    private static final String FILES = "/api/v1/areas/import";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URI server;

    @Test
    void aRecordOfMoreThanAMegabyteIsTooLarge() throws Exception {
        assertTooLarge(send(RECORDS, HttpRequest.BodyPublishers.ofByteArray(json(1 << 20))));
        assertTooLarge(send(RECORDS, chunked(json(1 << 20))));
        assertTooLarge(send(RECORDS, chunked(json(3 << 20))));
    }

    @Test
    void aRecordOfAMegabyteIsRead() throws Exception {
        assertThat(send(RECORDS, HttpRequest.BodyPublishers.ofByteArray(json(1_000_000)))
                        .statusCode())
                .isNotEqualTo(413);
        assertThat(send(RECORDS, chunked(json(1_000_000))).statusCode()).isNotEqualTo(413);
    }

    @Test
    void aPathThatTakesFilesTakesLargerOnes() throws Exception {
        assertThat(send(FILES, HttpRequest.BodyPublishers.ofByteArray(json(3 << 20)))
                        .statusCode())
                .isEqualTo(401);
        assertTooLarge(send(FILES, HttpRequest.BodyPublishers.ofByteArray(json(65 << 20))));
    }

    private HttpResponse<String> send(String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Without a length, so that it travels in chunks. */
    private static HttpRequest.BodyPublisher chunked(byte[] body) {
        return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    /** A sign-in with a password of this many bytes. */
    private static byte[] json(int bytes) {
        byte[] filler = new byte[bytes];
        Arrays.fill(filler, (byte) 'x');
        return ("{\"phone\":\"13900000001\",\"password\":\"" + new String(filler, UTF_8) + "\"}").getBytes(UTF_8);
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JsonPath.from(answer.body()).getString("type")).isEqualTo("urn:shouwang:problem:too-large");
    }
}
