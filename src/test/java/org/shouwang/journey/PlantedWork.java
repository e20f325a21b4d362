package org.shouwang.journey;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;

import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.activity.Records;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;

/** What is done for the family: calls, tasks, an activity, a look from outside, and a move that nobody answered. */
final class PlantedWork {

    private final Planted planted;
    private final RequestSpecification director = DIRECTOR.request();
    private final RequestSpecification coordinator = COORDINATOR.request();

    /** The executive holds one of the tasks. */
    PlantedWork(Planted planted, Families.Household household, UUID executive) {
        this.planted = planted;
        contacts();
        tasks(executive);
        attendance();
        grant();
        move(household);
        referrals();
    }

    private void contacts() {
        put("contacts", UUID.randomUUID(), contact(planted.text("contact.summary", "植来电"), planted.child()));
        UUID cousin = Families.register(
                COORDINATOR, Accounts.SECOND_VILLAGE, Families.settle(COORDINATOR, Accounts.SECOND_VILLAGE), "LOW");
        given().spec(coordinator)
                .body(contact(planted.text("contact.summaryOfTwoVillages", "植两家"), planted.child(), cousin))
                .put("/api/v1/contacts/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> contact(String summary, UUID... children) {
        return Map.of(
                "childIds",
                List.of(children),
                "contactedAt",
                Demo.now().minusSeconds(600).toString(),
                "channel",
                "PHONE",
                "counterpart",
                "CAREGIVER",
                "reached",
                true,
                "summary",
                summary,
                "needsVisit",
                false);
    }

    private void tasks(UUID executive) {
        UUID returned = task(DIRECTOR.appointment("CHILDREN_DIRECTOR"), planted.text("task.note", "植说明"));
        given().spec(director)
                .body(Planted.act(Map.of("reason", planted.text("task.returnReason", "植退回"))))
                .post("/api/v1/tasks/{id}/return", returned)
                .then()
                .statusCode(200);
        planted.keep("tasks", returned);
        planted.keep("executive's task", task(executive, planted.text("task.noteToTheExecutive", "植交代")));
    }

    private UUID task(UUID assignee, String note) {
        UUID id = UUID.randomUUID();
        Map<String, Object> body = new HashMap<>(Map.of(
                "id",
                id,
                "title",
                "入户走访",
                "taskType",
                "OTHER",
                "subjectType",
                "CHILD",
                "subjectId",
                planted.child(),
                "assigneeAppointmentId",
                assignee,
                "note",
                note,
                "priority",
                "NORMAL",
                "startOn",
                Demo.today().toString(),
                "dueOn",
                Demo.today().plusDays(9).toString()));
        given().spec(coordinator).body(body).post("/api/v1/tasks").then().statusCode(201);
        return id;
    }

    private void attendance() {
        UUID activity = UUID.randomUUID();
        planted.keep("activities", activity);
        Map<String, Object> body = new HashMap<>(Records.activity(Accounts.VILLAGE));
        body.put("attendance", List.of(planted.child()));
        put("activities", activity, body);
        planted.value("activity.attendance", "\"attendance\":[\"" + planted.child() + "\"]");
    }

    private void grant() {
        OTHER_TOWN_DIRECTOR
                .request()
                .body(Planted.act(Map.of("reason", planted.text("grant.reason", "孩子走失需联系监护人"), "hours", 1)))
                .post("/api/v1/children/{id}/break-glass", planted.child())
                .then()
                .statusCode(201);
    }

    /** One to the education bureau, and one to the police, which tells of a harm by its type. */
    private void referrals() {
        UUID open = UUID.randomUUID();
        planted.keep("referrals", open);
        put("referrals", open, referral("EDUCATION", planted.text("referral.summary", "植转介")));
        Map<String, Object> restricted = referral("POLICE", planted.text("restrictedReferral.summary", "植报案"));
        put("referrals", UUID.randomUUID(), restricted);
    }

    /** The types are named like the organisations of the demo district that take them. */
    private Map<String, Object> referral(String type, String summary) {
        return Map.of(
                "childId",
                planted.child(),
                "referralType",
                type,
                "toOrganisationId",
                UUID.nameUUIDFromBytes(("demo/organisation/" + type).getBytes(UTF_8)),
                "urgency",
                "NORMAL",
                "summary",
                summary,
                "consentStatus",
                "GUARDIAN_AGREED");
    }

    /** Asked of the second village, and not answered. */
    private void move(Families.Household household) {
        UUID sibling = UUID.randomUUID();
        Map<String, Object> child = Families.child(Accounts.VILLAGE, household);
        child.put("fullName", planted.text("move.childName", "植迁"));
        put("children", sibling, child);
        UUID move = UUID.randomUUID();
        planted.keep("moves", move);
        Map<String, Object> to = Map.of(
                "areaCode", Accounts.SECOND_VILLAGE, "address", planted.text("move.address", "植新居"), "hamlet", "八组");
        put(
                "moves",
                move,
                Map.of(
                        "childIds",
                        List.of(sibling),
                        "wholeHousehold",
                        false,
                        "to",
                        to,
                        "reason",
                        planted.text("move.reason", "植迁由")));
    }

    /** Nothing is left to be answered. */
    void cancelMove() {
        given().spec(director)
                .body(Planted.act(Map.of("reason", "试毕")))
                .post("/api/v1/moves/{id}/cancel", planted.in("moves"))
                .then()
                .statusCode(200);
    }

    private void put(String collection, UUID id, Map<String, Object> body) {
        given().spec(director)
                .body(body)
                .put("/api/v1/" + collection + "/{id}", id)
                .then()
                .statusCode(201);
    }
}
