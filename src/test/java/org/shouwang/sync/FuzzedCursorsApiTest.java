package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;

/** Cursors that this server did not give out, or not to this phone: each is answered, and none opens anything. */
@QuarkusTest
class FuzzedCursorsApiTest {

    private static final int CURSORS = Integer.getInteger("fuzz.cursors", 1000);
    private static final long SEED = Long.getLong("fuzz.seed", 20261123);
    private static final List<String> WAYS =
            List.of("sync/changes?limit=1&cursor=", "sync/digest?cursor=", "sync/digest/child?cursor=");

    @Inject
    SealedCursors cursors;

    @TestHTTPResource("/api/v1/")
    URI api;

    private final Random random = new Random(SEED);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";
    private byte[] between = {};
    private byte[] underWay = {};

    @BeforeEach
    void aPhoneWithTwoCursors() {
        FullPhone phone = new FullPhone(Accounts.DIRECTOR);
        token = Accounts.DIRECTOR.token();
        phone.page(2);
        underWay = Base64.getUrlDecoder().decode(phone.cursor());
        between = Base64.getUrlDecoder().decode(phone.pull().cursor());
    }

    @Test
    void cursorsThatWereTamperedWithAreRefusedAndNothingElse() throws Exception {
        long epoch = epoch();
        for (int i = 0; i < CURSORS; i++) {
            byte[] tampered = tampered(random.nextBoolean() ? between : underWay);
            if (Arrays.equals(tampered, underWay)) {
                continue;
            }
            String text = Base64.getUrlEncoder().encodeToString(tampered);

            HttpResponse<String> answer = ask(WAYS.get(i % WAYS.size()), text);

            assertThat(answer.statusCode()).as(text).isEqualTo(410);
            assertThat(answer.body()).doesNotContain("resendFrom");
        }
        assertThat(epoch()).isEqualTo(epoch);
    }

    private byte[] tampered(byte[] own) {
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(own, random.nextInt(1, own.length));
            case 1 -> Arrays.copyOf(own, own.length + random.nextInt(1, 40));
            case 2 -> noise(random.nextInt(1, 200));
            case 3 -> spliced();
            default -> flipped(own);
        };
    }

    private byte[] flipped(byte[] own) {
        byte[] flipped = own.clone();
        flipped[random.nextInt(own.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /** The beginning of one with the end of the other; they begin alike. */
    private byte[] spliced() {
        int length = random.nextInt(1, between.length);
        byte[] spliced = underWay.clone();
        System.arraycopy(between, 0, spliced, 0, length);
        return spliced;
    }

    @Test
    void textsThatAreNoCursorAreRefused() throws Exception {
        for (int i = 0; i < CURSORS / 10; i++) {
            StringBuilder text = new StringBuilder("-");
            random.ints(random.nextInt(60), 1, 0x3000).forEach(text::appendCodePoint);

            HttpResponse<String> answer = ask(WAYS.get(i % WAYS.size()), text.toString());

            assertThat(answer.statusCode()).as("%s", text).isIn(400, 410);
        }
        assertThat(ask(WAYS.get(0), "A".repeat(7000)).statusCode()).isIn(400, 410, 414);
    }

    @Test
    void ownCursorsOfOtherPeopleAndOfOtherListsOpenNothing() throws Exception {
        String others = new FullPhone(Accounts.CHAIR_AND_DIRECTOR).pull().cursor();
        String ofList =
                Accounts.DIRECTOR.request().get("/api/v1/children?limit=1").path("next");
        String own = Base64.getUrlEncoder().encodeToString(between);

        for (String way : WAYS) {
            assertThat(ask(way, others).statusCode()).isEqualTo(410);
            assertThat(ask(way, ofList).statusCode()).isIn(400, 410);
        }
        for (String list : List.of("children", "visits", "tasks", "homes", "notifications", "sync/operations")) {
            assertThat(ask(list + "?cursor=", own).statusCode()).as(list).isEqualTo(400);
        }
    }

    /** Nobody can write them without the key; an older or a newer release may have. */
    @Test
    void sealedCursorsOfAnyContentAreAnswered() throws Exception {
        FeedCursor own = PullTest.value(cursors.read(Base64.getUrlEncoder().encodeToString(between)));
        for (int i = 0; i < CURSORS / 10; i++) {
            FeedMark mark = new FeedMark(random.nextLong(), kind(), new UUID(random.nextLong(), random.nextLong()));
            FeedCursor strange = new FeedCursor(
                    own.epoch(),
                    own.scope(),
                    random.nextLong() >>> random.nextInt(64),
                    random.nextLong(),
                    Optional.of(
                            new FeedCursor.Pages(random.nextLong(), Math.min(random.nextLong(), own.from()), mark)));

            HttpResponse<String> answer = ask(WAYS.get(i % WAYS.size()), cursors.write(strange));

            assertThat(answer.statusCode()).as("%s", strange).isIn(200, 409, 410);
        }
    }

    private String kind() {
        return random.ints(random.nextInt(5), 0, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private long epoch() throws Exception {
        return new JsonPath(ask(WAYS.get(0), "").body()).getLong("epoch");
    }

    private HttpResponse<String> ask(String way, String cursor) throws Exception {
        return client.send(
                HttpRequest.newBuilder(api.resolve(way + URLEncoder.encode(cursor, StandardCharsets.UTF_8)))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
