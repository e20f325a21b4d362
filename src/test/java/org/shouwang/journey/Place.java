package org.shouwang.journey;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.activity.Records;
import org.shouwang.platform.RoleCode;
import org.shouwang.protection.directory.Resources;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;

/**
 * A village with one record of each kind, for the matrix to ask for.
 *
 * @param phone of the director, who is of the demo district
 */
record Place(
        String village,
        String phone,
        UUID director,
        UUID directorsWorker,
        Families.Household household,
        UUID child,
        UUID sibling,
        UUID visit,
        UUID contact,
        UUID task,
        UUID home,
        UUID activity,
        UUID grant,
        UUID incident,
        Kept kept,
        Staff staff) {

    /** An operation of a director that was not accepted; a phone of the village on which others wait is named like it. */
    record Kept(UUID worker, UUID id) {

        /** Another one, for whoever settles. */
        UUID toSettle() {
            return new UUID(id.getMostSignificantBits(), ~id.getLeastSignificantBits());
        }
    }

    /** Makes the records with workers who are appointed there, but the grant, which is asked from outside. */
    static Place with(String village, Accounts local, RoleWorkers workers) throws Exception {
        workers.appoint(RoleCode.CHILDREN_DIRECTOR, Long.valueOf(village), null);
        workers.appoint(RoleCode.TOWNSHIP_COORDINATOR, Long.valueOf(village), null);
        RequestSpecification director = workers.of(RoleCode.CHILDREN_DIRECTOR).request();
        Families.Household household = new Families.Household(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        Place wanted = new Place(
                village,
                local.phone(),
                local.appointment("CHILDREN_DIRECTOR"),
                UUID.fromString(local.request().get("/api/v1/me").path("worker.id")),
                household,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Kept(UUID.fromString(director.get("/api/v1/me").path("worker.id")), UUID.randomUUID()),
                Staff.of(village, workers));
        put(director, "households", household.id(), wanted.newHousehold(household));
        put(director, "children", wanted.child, wanted.newChild());
        given().spec(workers.of(RoleCode.TOWNSHIP_COORDINATOR).request())
                .body(Map.of("id", UUID.randomUUID(), "endDate", "2025-09-01", "reason", "父母返乡"))
                .post("/api/v1/children/{id}/categories/{category}/end", wanted.child, wanted.category())
                .then()
                .statusCode(200);
        put(director, "children", wanted.sibling, Families.child(village, household));
        given().spec(director).get("/api/v1/children/{id}", wanted.child).then().statusCode(200);
        put(director, "visits", wanted.visit, wanted.newVisit());
        put(director, "contacts", wanted.contact, wanted.newContact());
        put(director, "homes", wanted.home, Records.home(village));
        put(
                workers.of(RoleCode.TOWNSHIP_COORDINATOR).request(),
                "resources",
                wanted.resource(),
                Resources.legalAid(village));
        put(director, "activities", wanted.activity, Records.activity(village));
        given().spec(workers.of(RoleCode.TOWNSHIP_COORDINATOR).request())
                .body(wanted.newTask(wanted.task))
                .post("/api/v1/tasks")
                .then()
                .statusCode(201);
        given().spec(director)
                .body(Map.of(
                        "operations", List.of(wanted.refused(wanted.kept.id), wanted.refused(wanted.kept.toSettle()))))
                .post("/api/v1/sync/operations")
                .then()
                .statusCode(200)
                .body("results.outcome", everyItem(equalTo("REJECTED")));
        local.request()
                .body(Map.of("operations", List.of(), "deviceId", wanted.kept.id, "waiting", Map.of("count", 1)))
                .post("/api/v1/sync/operations")
                .then()
                .statusCode(200);
        // Whoever is told of the incident sees it for ever: nobody of the matrix is.
        workers.appoint(RoleCode.TOWNSHIP_COORDINATOR, 610304103000L, null);
        workers.appoint(RoleCode.COUNTY_CIVIL_AFFAIRS, 610304103000L, null);
        put(local.request(), "incidents", wanted.incident, wanted.newIncident());
        put(local.request(), "violence-cases", wanted.violence(), Map.of("victimChildId", wanted.sibling));
        put(local.request(), "referrals", wanted.referral(), wanted.newReferral());
        workers.appoint(RoleCode.CHILDREN_DIRECTOR, 610304103000L, null);
        given().spec(director)
                .body(breakGlass(wanted.grant))
                .post("/api/v1/children/{id}/break-glass", wanted.sibling)
                .then()
                .statusCode(201);
        return wanted;
    }

    /** An entry of the directory that is kept there and serves nowhere else. */
    UUID resource() {
        return new UUID(home.getMostSignificantBits(), ~home.getLeastSignificantBits());
    }

    /** A case of violence of which the village's own account is the author. */
    UUID violence() {
        return new UUID(incident.getMostSignificantBits(), ~incident.getLeastSignificantBits());
    }

    /** A category of the child, which has ended. */
    UUID category() {
        return new UUID(child.getMostSignificantBits(), ~child.getLeastSignificantBits());
    }

    /** An assessment of the child that set its level. */
    UUID assessment() {
        return new UUID(~child.getMostSignificantBits(), child.getLeastSignificantBits());
    }

    /** About the child, sent by a director of the demo district. */
    UUID referral() {
        return new UUID(activity.getMostSignificantBits(), ~activity.getLeastSignificantBits());
    }

    /** An operation of a type that nobody knows. */
    private Map<String, Object> refused(UUID operation) {
        return Map.of(
                "id",
                operation,
                "type",
                "child.adopt",
                "at",
                Instant.now().toString(),
                "serverTimeOffset",
                0,
                "workerId",
                kept.worker(),
                "body",
                Map.of("id", child));
    }

    private Map<String, Object> newChild() {
        Map<String, Object> form = Families.child(village, household);
        form.put(
                "categories",
                List.of(Map.of("id", category(), "categoryCode", "LEFT_BEHIND", "startDate", "2025-08-10")));
        form.put("assessment", Map.of("id", assessment(), "riskLevel", "MEDIUM", "assessedOn", "2026-01-05"));
        return form;
    }

    UUID newcomer() {
        return staff.newcomer();
    }

    String town() {
        return village.substring(0, 9) + "000";
    }

    private static void put(RequestSpecification worker, String things, UUID id, Map<String, Object> body) {
        given().spec(worker)
                .body(body)
                .put("/api/v1/" + things + "/{id}", id)
                .then()
                .statusCode(201);
    }

    Map<String, Object> newHousehold(Families.Household of) {
        return Families.household(village, of.grandmother(), of.father());
    }

    Map<String, Object> newHousehold() {
        return Families.household(village, UUID.randomUUID(), UUID.randomUUID());
    }

    Map<String, Object> newVisit() {
        return Map.of(
                "householdId",
                household.id(),
                "method",
                "PHONE",
                "purpose",
                "ROUTINE",
                "startedAt",
                Instant.now().minusSeconds(1800).toString(),
                "outcome",
                "MET_CAREGIVER",
                "children",
                List.of(Map.of("childId", child, "met", false)));
    }

    Map<String, Object> newContact() {
        return Map.of(
                "childIds",
                List.of(child),
                "contactedAt",
                Instant.now().minusSeconds(1800).toString(),
                "channel",
                "PHONE",
                "counterpart",
                "CAREGIVER",
                "reached",
                true,
                "needsVisit",
                false);
    }

    Map<String, Object> newIncident() {
        return Map.of("discoveredAt", Instant.now().minusSeconds(600).toString(), "areaCode", village);
    }

    /** To the education bureau, in which nobody is in office who receives referrals. */
    Map<String, Object> newReferral() {
        return Map.of(
                "childId",
                child,
                "referralType",
                "EDUCATION",
                "toOrganisationId",
                UUID.nameUUIDFromBytes("demo/organisation/EDUCATION".getBytes(UTF_8)),
                "urgency",
                "NORMAL",
                "summary",
                "孩子未到校，请协助复学",
                "consentStatus",
                "GUARDIAN_AGREED");
    }

    Map<String, Object> newTask(UUID id) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", id);
        body.put("title", "填报月度情况");
        body.put("taskType", "REPORT");
        body.put("subjectType", "NONE");
        body.put("areaCode", village);
        body.put("assigneeAppointmentId", director);
        body.put("priority", "NORMAL");
        body.put("startOn", Demo.today().toString());
        body.put("dueOn", Demo.today().plusDays(30).toString());
        return body;
    }

    static Map<String, Object> breakGlass(UUID id) {
        return Map.of("id", id, "reason", "孩子走失，需联系监护人", "hours", 1);
    }
}
