package org.shouwang.testsupport;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The demo district's records and the dev tools, as a test uses them over HTTP. */
public final class Demo {

    private static final ZoneId DISTRICT_ZONE = ZoneId.of("Asia/Shanghai");

    private Demo() {}

    /** Id of a demo record; families 0 to 2 live in the director's village, families with odd numbers have two children. */
    public static UUID id(String kind, int number) {
        return UUID.nameUUIDFromBytes(("demo/" + kind + '/' + number).getBytes(UTF_8));
    }

    /** The application's present. */
    public static Instant now() {
        return clock(Map.of());
    }

    public static LocalDate today() {
        return LocalDate.ofInstant(now(), DISTRICT_ZONE);
    }

    /** Moves the application's clock to a local time of a day. */
    public static Instant moveTo(LocalDate day, LocalTime time) {
        return clock(
                Map.of("now", day.atTime(time).atZone(DISTRICT_ZONE).toInstant().toString()));
    }

    public static void advance(Duration by) {
        clock(Map.of("advance", by.toString()));
    }

    public static void backToRealTime() {
        clock(Map.of("now", Instant.now().toString()));
    }

    private static Instant clock(Map<String, String> form) {
        String now = given().contentType(ContentType.JSON)
                .body(form)
                .post("/dev/clock")
                .then()
                .statusCode(200)
                .extract()
                .path("now");
        return Instant.parse(now);
    }

    /** Runs the background jobs once. */
    public static void sweep() {
        given().contentType(ContentType.JSON).post("/dev/sweep").then().statusCode(200);
    }

    /** The pushes that the Firebase stand-in got for one target. */
    public static List<Map<String, Object>> pushesTo(String token) {
        JsonPath requests =
                given().get("/dev/fcm").then().statusCode(200).extract().jsonPath();
        return requests.getList("requests.findAll { it.body.message.token == '" + token + "' }.body.message");
    }
}
