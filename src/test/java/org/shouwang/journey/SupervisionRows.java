package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.get;
import static org.shouwang.journey.Requests.post;
import static org.shouwang.journey.Requests.put;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwang.platform.Right;

/** The rows of letters, plans and bulletins: the office's and the units'. Nothing here is stored. */
final class SupervisionRows {

    private SupervisionRows() {}

    static final List<MatrixRow> ALL = List.of(
            // A card that is not there: whose it would be is asked in SupervisionStoryApiTest.
            as(
                    "putSupervisionLetter",
                    asker -> Set.of(asker.may(Right.MONITORING_WRITE) ? 404 : 403),
                    (who, at) -> put(who, Map.of("cardId", fresh(), "content", "试验"), "/supervision-letters/{id}")),
            read("listSupervisionLetters", "/supervision-letters"),
            notThere("getSupervisionLetter", "/supervision-letters/{id}"),
            acted("issueSupervisionLetter", Right.MONITORING_WRITE, "/supervision-letters/{id}/issue"),
            acted("receiveSupervisionLetter", Right.UNIT_REPORT_WRITE, "/supervision-letters/{id}/receipt"),
            acted("replyToSupervisionLetter", Right.UNIT_REPORT_WRITE, "/supervision-letters/{id}/reply"),
            acted("acceptSupervisionReply", Right.MONITORING_WRITE, "/supervision-letters/{id}/acceptance"),
            acted("rejectSupervisionReply", Right.MONITORING_WRITE, "/supervision-letters/{id}/rejection"),
            acted("closeSupervisionLetter", Right.MONITORING_WRITE, "/supervision-letters/{id}/closing"),
            acted("recordAccountability", Right.MONITORING_WRITE, "/supervision-letters/{id}/accountability"),
            as(
                    "putRectificationPlan",
                    asker -> Set.of(asker.may(Right.UNIT_REPORT_WRITE) ? 404 : 403),
                    (who, at) -> put(
                            who, Map.of("letterId", fresh(), "items", List.of(item())), "/rectification-plans/{id}")),
            read("listRectificationPlans", "/rectification-plans"),
            notThere("getRectificationPlan", "/rectification-plans/{id}"),
            acted("submitRectificationPlan", Right.UNIT_REPORT_WRITE, "/rectification-plans/{id}/submission"),
            acted("fileRectificationPlan", Right.MONITORING_WRITE, "/rectification-plans/{id}/filing"),
            acted("returnRectificationPlan", Right.MONITORING_WRITE, "/rectification-plans/{id}/return"),
            acted("startRectificationPlan", Right.UNIT_REPORT_WRITE, "/rectification-plans/{id}/start"),
            acted("reportMilestone", Right.UNIT_REPORT_WRITE, "/rectification-plans/{id}/milestone"),
            acted("finishRectificationPlan", Right.UNIT_REPORT_WRITE, "/rectification-plans/{id}/completion"),
            acted("verifyRectificationPlan", Right.MONITORING_WRITE, "/rectification-plans/{id}/verification"),
            // A period that is not there: whose it would be is asked in BulletinStoryApiTest.
            as(
                    "putBulletin",
                    asker -> Set.of(asker.may(Right.MONITORING_WRITE) ? 404 : 403),
                    (who, at) -> put(who, Map.of("periodId", fresh()), "/bulletins/{id}")),
            read("listBulletins", "/bulletins"),
            notThere("getBulletin", "/bulletins/{id}"),
            notThere("getBulletinWorkbook", "/bulletins/{id}/workbook"),
            notThere("getCollectionPeriodWorkbook", "/collection-periods/{id}/workbook"),
            acted("issueBulletin", Right.MONITORING_WRITE, "/bulletins/{id}/issue"),
            acted("withdrawBulletin", Right.MONITORING_WRITE, "/bulletins/{id}/withdrawal"),
            read("getWallChart", "/supervision/wall-chart"),
            read("listKeySupervision", "/supervision/key-list"),
            read("listInterviewsDue", "/supervision/interview-list"));

    private static Map<String, Object> item() {
        return Map.of(
                "itemType",
                "MEASURE",
                "problem",
                "试验",
                "cause",
                "试验",
                "measure",
                "试验",
                "responsiblePerson",
                "试填报",
                "responsiblePost",
                "试验岗",
                "dueOn",
                "2199-01-15",
                "milestones",
                List.of(Map.of("dueOn", "2199-01-10", "target", 1, "unit", "个")));
    }

    private static MatrixRow notThere(String operationId, String path) {
        return as(operationId, asker -> Set.of(sees(asker) ? 404 : 403), (who, at) -> get(who, path, fresh()));
    }

    /** A list for offices, of their areas, and for liaisons, of their unit. */
    private static MatrixRow read(String operationId, String path) {
        return as(operationId, asker -> Set.of(sees(asker) ? 200 : 403), (who, at) -> who.get("/api/v1" + path));
    }

    private static boolean sees(Asker asker) {
        return asker.may(Right.MONITORING_LIST) || asker.may(Right.UNIT_REPORT_READ);
    }

    /** An act on a record that is not there. */
    private static MatrixRow acted(String operationId, Right right, String path) {
        return as(
                operationId,
                asker -> Set.of(asker.may(right) ? 404 : 403),
                (who, at) -> post(
                        who,
                        Map.of(
                                "id",
                                fresh(),
                                "reason",
                                "试验",
                                "replyText",
                                "试验",
                                "dueOn",
                                "2199-01-15",
                                "itemNo",
                                1,
                                "milestoneNo",
                                1,
                                "figure",
                                1),
                        path,
                        fresh()));
    }
}
