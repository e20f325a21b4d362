package org.shouwang.register.assessment;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.shouwang.testsupport.Demo;

/** Assessments as an app sends them. */
public final class Assessments {

    private static final RiskModel MODEL = new RiskModels().find("CHILD-1").orElseThrow();

    private Assessments() {}

    /** One of today with every item at this score and no emergency: 1 is NORMAL, 2 LOW, 3 MEDIUM, 4 HIGH, 5 CRITICAL. */
    public static Map<String, Object> scored(int each) {
        return scored(each, Demo.today());
    }

    public static Map<String, Object> scored(int each, LocalDate on) {
        Map<String, Object> screen = new HashMap<>();
        MODEL.emergencies().forEach(question -> screen.put(question.code().name(), false));
        Map<String, Object> scores = new HashMap<>();
        MODEL.items().forEach(item -> scores.put(item.code(), each));
        Map<String, Object> form = new HashMap<>();
        form.put("id", UUID.randomUUID());
        form.put("modelVersion", "CHILD-1");
        form.put("emergencyAnswers", screen);
        form.put("itemScores", scores);
        form.put("assessedOn", on.toString());
        return form;
    }

    /** The same with another level than the computed one. */
    static Map<String, Object> overridden(int each, String level) {
        Map<String, Object> form = scored(each);
        form.put("overrideLevel", level);
        form.put("overrideReason", "邻居反映情况与所见不同");
        return form;
    }

    static ValidatableResponse post(RequestSpecification who, UUID child, Map<String, Object> form) {
        return given().spec(who)
                .body(form)
                .post("/api/v1/children/{id}/assessments", child)
                .then();
    }

    static ValidatableResponse decide(RequestSpecification who, Object assessment, Map<String, Object> form) {
        return given().spec(who)
                .body(form)
                .post("/api/v1/assessments/{id}/decision", assessment)
                .then();
    }

    /** Of a child that stands at this level. */
    static Map<String, Object> yes(String from) {
        return Map.of("id", UUID.randomUUID(), "accepted", true, "fromLevel", from);
    }

    static Map<String, Object> no(String from) {
        return Map.of("id", UUID.randomUUID(), "accepted", false, "fromLevel", from, "reason", "照护情况没有改善");
    }
}
