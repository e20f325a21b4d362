package org.shouwang.journey;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;

/**
 * The people of a village for the matrix to ask for, and nobody of the demo district.
 *
 * @param newcomer a director who came by a list and signed in on a phone, in office by {@code post}
 * @param handover of a director who came by the same list and left
 */
record Staff(String organisationName, UUID organisation, UUID newcomer, UUID post, UUID device, UUID handover) {

    private static final String DIRECTOR = "%s,%s,儿童主任,%s,2026-01-04\n";

    static Staff of(String village, RoleWorkers workers) throws Exception {
        workers.appoint(RoleCode.ADMINISTRATOR, Long.valueOf(village), null);
        RequestSpecification administrator = workers.of(RoleCode.ADMINISTRATOR).request();
        String phone = RoleWorkers.freshPhone();
        String list = "姓名,手机号,职务,辖区代码,任职日期\n"
                + DIRECTOR.formatted("尉迟新", phone, village)
                + DIRECTOR.formatted("尉迟旧", RoleWorkers.freshPhone(), village);
        JsonPath taken = Requests.send(given().spec(administrator), "/workers/import", list)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Staff staff = new Staff(
                "村民委员会",
                UUID.randomUUID(),
                taken.getUUID("lines[0].workerId"),
                post(administrator, taken.getUUID("lines[0].workerId")),
                UUID.randomUUID(),
                UUID.randomUUID());
        given().spec(administrator)
                .body(organisation(village, staff.organisationName))
                .put("/api/v1/organisations/{id}", staff.organisation)
                .then()
                .statusCode(201);
        staff.signIn(phone, taken.getString("lines[0].activationCode"));
        staff.leave(workers, post(administrator, taken.getUUID("lines[1].workerId")));
        return staff;
    }

    private static UUID post(RequestSpecification administrator, UUID worker) {
        return given().spec(administrator)
                .get("/api/v1/workers/{id}", worker)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getUUID("appointments[0].id");
    }

    private void signIn(String phone, String code) {
        String token = given().contentType("application/json")
                .body(Map.of("phone", phone, "code", code, "password", "kqzv btwm xr"))
                .post("/api/v1/auth/activate")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        Accounts.with(token)
                .body(Requests.device())
                .put("/api/v1/devices/{id}", device)
                .then()
                .statusCode(201);
    }

    private void leave(RoleWorkers workers, UUID left) {
        workers.of(RoleCode.TOWNSHIP_COORDINATOR)
                .request()
                .body(Map.of("id", handover, "fromAppointmentId", left, "endReason", "RESIGN"))
                .post("/api/v1/handovers")
                .then()
                .statusCode(201);
    }

    static Map<String, Object> organisation(String village, String name) {
        return Map.of("name", name, "kind", "VILLAGE_COMMITTEE", "areaCode", village);
    }
}
