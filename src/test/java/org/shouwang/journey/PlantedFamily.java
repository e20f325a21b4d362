package org.shouwang.journey;

import static io.restassured.RestAssured.given;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.register.assessment.Assessments;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;

/** The household, the child's file and a visit, which is amended and returned. */
final class PlantedFamily {

    private final Planted planted;
    private final RequestSpecification director = DIRECTOR.request();
    private final Families.Household household =
            new Families.Household(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    PlantedFamily(Planted planted) {
        this.planted = planted;
        family();
        visit();
    }

    Families.Household household() {
        return household;
    }

    private void family() {
        Map<String, Object> home = Families.household(Accounts.VILLAGE, household.grandmother(), household.father());
        home.putAll(Map.of(
                "headName", planted.text("household.headName", "植户"),
                "phone", planted.phone("household.phone"),
                "address", planted.text("household.address", "植家沟"),
                "hamlet", planted.text("household.hamlet", "植家组")));
        List<?> members = (List<?>) home.get("members");
        home.put(
                "members",
                List.of(
                        changed(
                                members.get(0),
                                Map.of(
                                        "fullName", planted.text("member.fullName", "植奶奶"),
                                        "phone", planted.phone("member.phone"))),
                        changed(members.get(1), Map.of("workPlaceText", planted.text("member.workPlaceText", "植工地")))));
        planted.keep("households", household.id());
        put("households", household.id(), home);
        planted.keep("children", UUID.randomUUID());
        put("children", planted.child(), file());
        assess();
    }

    private void assess() {
        planted.value("assessment.emergencyAnswers", "\"SELF_HARM\":false");
        Map<String, Object> form = Assessments.scored(3);
        form.put("unknownReasons", Map.of("MIND", planted.text("assessment.unknownReason", "植不明")));
        form.put("overrideLevel", "HIGH");
        form.put("overrideReason", planted.text("assessment.overrideReason", "植调整"));
        given().spec(director)
                .body(form)
                .post("/api/v1/children/{id}/assessments", planted.child())
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> changed(Object member, Map<String, Object> what) {
        Map<String, Object> changed = new HashMap<>();
        ((Map<?, ?>) member).forEach((key, value) -> changed.put(String.valueOf(key), value));
        changed.putAll(what);
        return changed;
    }

    private Map<String, Object> file() {
        String number = Families.boysNumber();
        planted.value("child.idNumber", number);
        Map<String, Object> child = Families.child(Accounts.VILLAGE, household);
        child.put("contactPhone", planted.phone("child.contactPhone"));
        child.putAll(Map.of(
                "fullName", planted.text("child.fullName", "植小"),
                "idNumber", number,
                "hukouAddress", planted.text("child.hukouAddress", "植户籍"),
                "residenceAddress", planted.text("child.residenceAddress", "植住址"),
                "hamlet", planted.text("child.hamlet", "植小组"),
                "remark", planted.text("child.remark", "植备注")));
        return child;
    }

    private void visit() {
        UUID visit = UUID.randomUUID();
        planted.keep("visits", visit);
        Map<String, Object> body = new HashMap<>(Map.of(
                "householdId", household.id(),
                "method", "HOME",
                "purpose", "ROUTINE",
                "startedAt", Demo.now().minusSeconds(1800).toString(),
                "outcome", "MET_CHILD",
                "interviewee", planted.text("visit.interviewee", "植受访"),
                "companions", List.of(planted.text("visit.companion", "植同行")),
                "findings", planted.text("visit.amendedFindings", "植初稿"),
                "actionsNote", planted.text("visit.actionsNote", "植处置"),
                "materials", List.of(Map.of("item", planted.text("visit.material", "植大米")))));
        body.put("children", List.of(answers()));
        put("visits", visit, body);
        with(director, 0)
                .body(Map.of("findings", planted.text("visit.findings", "植问题")))
                .patch("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200);
        with(COORDINATOR.request(), 1)
                .body(Planted.act(Map.of("verdict", "RETURNED", "comment", planted.text("visit.verifyComment", "植意见"))))
                .post("/api/v1/visits/{id}/verification", visit)
                .then()
                .statusCode(200);
    }

    private Map<String, Object> answers() {
        planted.value(Planted.SUSPICIOUS, "\"suspiciousInjury\":true");
        return Map.of(
                "childId",
                planted.child(),
                "met",
                true,
                "physicalToday",
                "INJURED",
                "injuryDetail",
                injury(),
                "suspiciousInjury",
                true,
                "findings",
                planted.text("visitChild.findings", "植所见"));
    }

    private Map<String, Object> injury() {
        return Map.of(
                "area",
                planted.text("visitChild.injuryArea", "植伤处"),
                "cause",
                planted.text("visitChild.injuryCause", "植伤因"));
    }

    private static RequestSpecification with(RequestSpecification worker, int version) {
        return given().spec(worker).header("If-Match", "\"" + version + "\"");
    }

    private void put(String collection, UUID id, Map<String, Object> body) {
        given().spec(director)
                .body(body)
                .put("/api/v1/" + collection + "/{id}", id)
                .then()
                .statusCode(201);
    }
}
