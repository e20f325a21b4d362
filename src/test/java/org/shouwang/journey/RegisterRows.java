package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.anywhere;
import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.MatrixRow.everybody;
import static org.shouwang.journey.MatrixRow.one;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.list;
import static org.shouwang.journey.Requests.post;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.register.assessment.Assessments;

/** The rows of edits of files and households, and of what is decided about them. Each is refused when all else is known. */
final class RegisterRows {

    private RegisterRows() {}

    static final List<MatrixRow> ALL = List.of(
            // A version is asked for.
            one("editChild", Right.CHILD_WRITE, 428, (who, at) -> who.body(Map.of("remark", "x"))
                    .patch("/api/v1/children/{id}", at.child())),
            one("editHousehold", Right.HOUSEHOLD_WRITE, 428, (who, at) -> who.body(Map.of("hamlet", "x"))
                    .patch("/api/v1/households/{id}", at.household().id())),
            one("putWomensCategories", Right.WOMENS_CATEGORY_WRITE, 428, (who, at) -> who.body(
                            Map.of("categories", List.of()))
                    .put(
                            "/api/v1/households/{id}/members/{member}/womens-categories",
                            at.household().id(),
                            at.household().grandmother())),
            // The child is ten.
            one(
                    "closeChild",
                    Right.FILE_CLOSE,
                    422,
                    (who, at) -> post(
                            who, Map.of("id", fresh(), "closeReason", "AGED_18"), "/children/{id}/close", at.child())),
            one(
                    "listVisitPauses",
                    Right.CHILD_READ,
                    200,
                    (who, at) -> who.get("/api/v1/children/{id}/visit-pauses", at.child())),
            one(
                    "getFollowUpDates",
                    Right.CHILD_READ,
                    200,
                    (who, at) -> who.get("/api/v1/children/{id}/follow-up", at.child())),
            // It ends before it begins.
            one("pauseVisits", Right.FILE_CLOSE, 422, (who, at) -> who.body(
                            Map.of("from", "2999-01-02", "until", "2999-01-01", "reasonCode", "IN_HOSPITAL"))
                    .put("/api/v1/children/{id}/visit-pauses/{pause}", at.child(), fresh())),
            // Nobody paused.
            one(
                    "endVisitPause",
                    Right.FILE_CLOSE,
                    404,
                    (who, at) -> post(
                            who,
                            Map.of("id", fresh()),
                            "/children/{id}/visit-pauses/{pause}/end",
                            at.child(),
                            fresh())),
            // It is open.
            one(
                    "reopenChild",
                    Right.CHILD_WRITE,
                    409,
                    (who, at) ->
                            post(who, Map.of("id", fresh(), "reason", "误办结案"), "/children/{id}/reopen", at.child())),
            // From the future.
            as("putCategory", asker -> decided(asker, Right.CATEGORY_CLAIM, 422), (who, at) -> who.body(
                            Map.of("categoryCode", "STREET", "startDate", "2999-01-01"))
                    .put("/api/v1/children/{id}/categories/{category}", at.child(), fresh())),
            // It has ended.
            decision("verifyCategory", "verify", Right.CATEGORY_VERIFY, Map.of()),
            decision("approveCategory", "approve", Right.CATEGORY_APPROVE, Map.of()),
            decision("rejectCategory", "reject", Right.CATEGORY_VERIFY, Map.of("reason", "情况不符")),
            decision("endCategory", "end", Right.CATEGORY_VERIFY, Map.of("endDate", "2026-01-31", "reason", "父母返乡")),
            everybody("listRiskModels", 200, (who, at) -> who.get("/api/v1/risk-models")),
            one(
                    "listAssessments",
                    Right.ASSESSMENT_READ,
                    200,
                    (who, at) -> who.get("/api/v1/children/{id}/assessments", at.child())),
            // As grave as before.
            one(
                    "assessChild",
                    Right.ASSESSMENT_WRITE,
                    201,
                    (who, at) -> post(who, Assessments.scored(3), "/children/{id}/assessments", at.child())),
            anywhere(
                    "listWaitingAssessments",
                    Right.ASSESSMENT_WAITING,
                    200,
                    (who, at) -> list(who, "/assessments", at)),
            // It does not wait for a word.
            one(
                    "decideAssessment",
                    Right.ASSESSMENT_CONFIRM,
                    409,
                    (who, at) -> post(
                            who,
                            Map.of("id", fresh(), "accepted", true, "fromLevel", "MEDIUM"),
                            "/assessments/{id}/decision",
                            at.assessment())));

    private static MatrixRow decision(String operationId, String what, Right right, Map<String, Object> body) {
        return as(operationId, asker -> decided(asker, right, 409), (who, at) -> decide(who, at, what, body));
    }

    private static Response decide(RequestSpecification who, Place at, String what, Map<String, Object> body) {
        Map<String, Object> act = new HashMap<>(body);
        act.put("id", fresh());
        return post(who, act, "/children/{id}/categories/{category}/" + what, at.child(), at.category());
    }

    /** The county claims and verifies what is of class R, which this category is not. */
    private static Set<Integer> decided(Asker asker, Right right, int success) {
        if (!asker.may(right)) {
            return Set.of(403);
        }
        if (!asker.inside()) {
            return Set.of(404);
        }
        boolean restrictedOnly = asker.role() == RoleCode.COUNTY_CIVIL_AFFAIRS && right != Right.CATEGORY_APPROVE;
        return Set.of(restrictedOnly ? 403 : success);
    }
}
