package org.shouwang.sync.operation;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.activity.Records;
import org.shouwang.register.assessment.Assessments;
import org.shouwang.staff.Newcomers.Newcomer;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;

/** What a village director does offline, each operation in order as it stands; types that others do are not among them. */
final class SoundOperations {

    /** In one order, so that a seed spoils the same fields in every run. */
    private final ObjectMapper json = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Newcomer director;
    private final RequestSpecification coordinator;
    private final String village;
    private final Families.Household household =
            new Families.Household(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private final UUID child = UUID.randomUUID();
    private final UUID visit = UUID.randomUUID();
    private final UUID task = UUID.randomUUID();

    SoundOperations(Newcomer director, Newcomer coordinator, long village) {
        this.director = director;
        this.coordinator = coordinator.request();
        this.village = Long.toString(village);
        put(
                "households",
                household.id(),
                Families.household(this.village, household.grandmother(), household.father()));
        put("children", child, Families.child(this.village, household));
        put("visits", visit, OfflinePhone.visit(household.id(), child));
        given().spec(this.coordinator)
                .body(assigned())
                .post("/api/v1/tasks")
                .then()
                .statusCode(201);
    }

    private void put(String things, UUID id, Map<String, Object> form) {
        given().spec(director.request())
                .body(form)
                .put("/api/v1/" + things + "/{id}", id)
                .then()
                .statusCode(201);
    }

    private Map<String, Object> assigned() {
        return Map.of(
                "id",
                task,
                "title",
                "填报月度情况",
                "taskType",
                "REPORT",
                "subjectType",
                "NONE",
                "areaCode",
                village,
                "assigneeAppointmentId",
                director.appointment(),
                "priority",
                "NORMAL",
                "startOn",
                Demo.today().toString(),
                "dueOn",
                Demo.today().plusDays(30).toString());
    }

    List<ObjectNode> all() {
        Families.Household another =
                new Families.Household(household.id(), household.grandmother(), household.father());
        String now = Demo.now().minusSeconds(600).toString();
        return List.of(
                operation(
                        "household.register",
                        UUID.randomUUID(),
                        Families.household(village, UUID.randomUUID(), UUID.randomUUID())),
                operation("household.update", household.id(), changes("hamlet", "三组", "四组")),
                operation("child.register", UUID.randomUUID(), Families.child(village, another)),
                operation("child.update", child, changes("remark", "", "性格内向")),
                operation("assessment.record", UUID.randomUUID(), assessed()),
                operation("visit.record", UUID.randomUUID(), OfflinePhone.visit(household.id(), child)),
                operation("visit.amend", visit, Map.of("livingEnv", "POOR", "hazards", List.of("WATER"))),
                operation(
                        "contact.log",
                        UUID.randomUUID(),
                        Map.of(
                                "childIds",
                                List.of(child),
                                "contactedAt",
                                now,
                                "channel",
                                "PHONE",
                                "counterpart",
                                "CAREGIVER",
                                "reached",
                                true,
                                "needsVisit",
                                false)),
                operation("task.accept", task, Map.of()),
                operation("task.complete", task, Map.of("resultType", "VISIT", "resultId", visit)),
                operation("task.return", task, Map.of("reason", "本人已外出")),
                operation(
                        "move.request",
                        UUID.randomUUID(),
                        Map.of(
                                "childIds",
                                List.of(child),
                                "wholeHousehold",
                                false,
                                "reason",
                                "随父亲外出",
                                "to",
                                Map.of("areaCode", "610304113200", "address", "周原镇文广村 3 组 8 号", "hamlet", "八组"))),
                operation("home.record", UUID.randomUUID(), Records.home(village)),
                operation("activity.record", UUID.randomUUID(), Records.activity(village)),
                operation(
                        "violence-case.record",
                        UUID.randomUUID(),
                        Map.of("victimChildId", child, "victimWish", "想先住到外婆家")));
    }

    private Map<String, Object> assessed() {
        Map<String, Object> form = Assessments.scored(3);
        form.put("childId", child);
        return form;
    }

    private static Map<String, Object> changes(String field, String from, String to) {
        return Map.of("baseVersion", 0, "changes", Map.of(field, Map.of("from", from, "to", to)));
    }

    private ObjectNode operation(String type, UUID record, Map<String, Object> form) {
        ObjectNode body = json.valueToTree(form);
        body.put("id", record.toString());
        ObjectNode operation = json.createObjectNode();
        operation.put("id", UUID.randomUUID().toString());
        operation.put("type", type);
        operation.put("at", Demo.now().toString());
        operation.put("serverTimeOffset", 0);
        operation.put("workerId", director.id().toString());
        operation.set("body", body);
        return operation;
    }
}
