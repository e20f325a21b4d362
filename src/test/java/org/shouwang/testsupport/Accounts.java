package org.shouwang.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The demo district's accounts, signed in over HTTP. */
public enum Accounts {
    COORDINATOR("13900000001"),
    DIRECTOR("13900000002"),
    CHAIR_AND_DIRECTOR("13900000003"),
    OTHER_TOWN_DIRECTOR("13900000004"),
    COUNTY("13900000005"),
    COMMITTEE("13900000006"),
    WOMENS_FEDERATION("13900000007"),
    PRIVACY_OFFICER("13900000008"),
    ADMINISTRATOR("13900000009"),
    INSTANCE_ADMINISTRATOR("13900000010"),
    EXECUTIVE("13900000011"),
    TOWNSHIP_CHAIR("13900000012"),
    STATISTICS("13900000013"),
    EDUCATION_LIAISON("13900000014"),
    POLICE_OFFICER("13900000015"),
    HOSTED_DIRECTOR("13900000016"),
    HEALTH_LIAISON("13900000017"),
    CIVIL_AFFAIRS_LIAISON("13900000018"),
    FEDERATION_LIAISON("13900000019"),
    HUMAN_RESOURCES_LIAISON("13900000020"),
    JUSTICE_LIAISON("13900000021"),
    TOWN_LIAISON("13900000022");

    public static final String PASSWORD = "shouwang-demo";

    /** First and second village of 阳平镇, where the director and the chair work. */
    public static final String VILLAGE = "610304101200";

    public static final String SECOND_VILLAGE = "610304101201";
    public static final String TOWN = "610304101000";

    private static final Map<Accounts, String> TOKENS = new ConcurrentHashMap<>();

    private final String phone;

    Accounts(String phone) {
        this.phone = phone;
    }

    public String phone() {
        return phone;
    }

    /** A JSON request of this person, who signs in once a test. */
    public RequestSpecification request() {
        return with(TOKENS.computeIfAbsent(this, Accounts::token));
    }

    /** So that no test depends on what another did with its session. */
    public static void signOut() {
        TOKENS.clear();
    }

    /** A JSON request under a token. */
    public static RequestSpecification with(String token) {
        return given().contentType(ContentType.JSON).auth().oauth2(token);
    }

    /** A fresh access token: signing in takes a moment, so a test of many calls asks once. */
    public String token() {
        return tokenOf(phone);
    }

    /** As {@link #token()}, of one of the demo's people who has no name here. */
    public static String tokenOf(String phone) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("phone", phone, "password", PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    /** This person's appointment in the role. */
    public UUID appointment(String roleCode) {
        return UUID.fromString(request()
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .extract()
                .path("appointments.find { it.roleCode == '" + roleCode + "' }.id"));
    }
}
