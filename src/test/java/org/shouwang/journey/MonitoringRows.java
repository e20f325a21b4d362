package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.anywhere;
import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.MatrixRow.one;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.get;
import static org.shouwang.journey.Requests.post;
import static org.shouwang.journey.Requests.put;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwang.platform.Right;

/** The rows of the two plans: looked up by who works with them, decided by the office of the area. Nothing here is stored. */
final class MonitoringRows {

    private MonitoringRows() {}

    static final List<MatrixRow> ALL = List.of(
            anywhere("listPlanRounds", Right.INDICATOR_LIST, 200, (who, at) -> who.get("/api/v1/plan-rounds")),
            anywhere("listIndicators", Right.INDICATOR_LIST, 200, (who, at) -> who.get("/api/v1/indicators")),
            anywhere("getIndicator", Right.INDICATOR_READ, 200, (who, at) -> who.get("/api/v1/indicators/C-E02")),
            // Refused when all else is known: a village is a few children.
            one(
                    "getComputedIndicator",
                    Right.MONITORING_READ,
                    422,
                    (who, at) -> who.get("/api/v1/indicators/C-W03/computed?area=" + at.village())),
            one(
                    "getIndicatorTrend",
                    Right.MONITORING_LIST,
                    200,
                    (who, at) -> who.get("/api/v1/indicators/C-E02/trend?area=" + at.village())),
            // Refused when all else is known: villages are not compared.
            one(
                    "getIndicatorRollUp",
                    Right.MONITORING_LIST,
                    422,
                    (who, at) -> who.get("/api/v1/indicator-roll-up?year=2026&area=" + at.village())),
            anywhere(
                    "listIndicatorTargets",
                    Right.INDICATOR_LIST,
                    200,
                    (who, at) -> who.get("/api/v1/areas/{code}/indicator-targets", at.village())),
            // Refused when all else is known: a village has no plan of its own.
            one("putIndicatorTarget", Right.MONITORING_WRITE, 422, (who, at) -> who.body(Map.of(
                            "indicatorCode", "C-E02", "plan", "试验规划", "year", 2030, "operator", "GE", "value", 90))
                    .put("/api/v1/areas/{code}/indicator-targets/{id}", at.village(), fresh())),
            one(
                    "putResponsibility",
                    Right.MONITORING_WRITE,
                    422,
                    (who, at) -> put(
                            who,
                            Map.of(
                                    "areaCode",
                                    at.village(),
                                    "year",
                                    2026,
                                    "indicatorCode",
                                    "C-E02",
                                    "unitId",
                                    at.staff().organisation(),
                                    "role",
                                    "LEAD",
                                    "docNo",
                                    "试验〔2026〕1号",
                                    "issuedOn",
                                    "2026-01-04"),
                            "/responsibilities/{id}")),
            // One that is not there: whose unit it would be is asked in BreakdownApiTest.
            acted("claimResponsibility", Right.UNIT_REPORT_WRITE, "/responsibilities/{id}/claim"),
            acted("withdrawResponsibility", Right.MONITORING_WRITE, "/responsibilities/{id}/withdrawal"),
            seen("listResponsibilities", "/responsibilities"),
            one(
                    "putCollectionPeriod",
                    Right.MONITORING_WRITE,
                    422,
                    (who, at) -> put(
                            who,
                            Map.of(
                                    "areaCode",
                                    at.village(),
                                    "year",
                                    2026,
                                    "openOn",
                                    "2026-01-04",
                                    "dueOn",
                                    "2026-01-15"),
                            "/collection-periods/{id}")),
            acted("closeCollectionPeriod", Right.MONITORING_WRITE, "/collection-periods/{id}/closing"),
            as(
                    "reopenCollectionPeriod",
                    asker -> Set.of(asker.may(Right.MONITORING_WRITE) ? 404 : 403),
                    (who, at) -> post(
                            who,
                            Map.of("id", fresh(), "reason", "试验", "dueOn", "2199-01-15"),
                            "/collection-periods/{id}/reopening",
                            fresh())),
            seen("listCollectionPeriods", "/collection-periods"),
            notThere("listOwedIndicatorValues", "/collection-periods/{id}/owed"),
            // A line that is not there: whose it would be is asked in CollectionApiTest.
            as(
                    "putIndicatorValue",
                    asker -> Set.of(asker.may(Right.UNIT_REPORT_WRITE) ? 404 : 403),
                    (who, at) -> put(
                            who,
                            Map.of("periodId", fresh(), "responsibilityId", fresh(), "figures", figures()),
                            "/indicator-values/{id}")),
            notThere("getIndicatorValue", "/indicator-values/{id}"),
            seen("listIndicatorValues", "/indicator-values"),
            acted("resubmitIndicatorValue", Right.UNIT_REPORT_WRITE, "/indicator-values/{id}/resubmission"),
            acted("withdrawIndicatorValue", Right.UNIT_REPORT_WRITE, "/indicator-values/{id}/withdrawal"),
            acted("returnIndicatorValue", Right.VALUE_REVIEW, "/indicator-values/{id}/return"),
            acted("reviewIndicatorValue", Right.VALUE_REVIEW, "/indicator-values/{id}/review"),
            acted("publishIndicatorValue", Right.MONITORING_WRITE, "/indicator-values/{id}/publication"),
            acted("correctIndicatorValue", Right.MONITORING_WRITE, "/indicator-values/{id}/correction"),
            as(
                    "getPlanStanding",
                    asker -> Set.of(asker.may(Right.MONITORING_READ) ? 404 : 403),
                    (who, at) -> get(who, "/collection-periods/{id}/standing", fresh())),
            seen("listCards", "/cards"),
            notThere("getCard", "/cards/{id}"),
            // A line that is not there: what may be given is asked in CardAgainApiTest.
            as(
                    "putCard",
                    asker -> Set.of(asker.may(Right.MONITORING_WRITE) ? 404 : 403),
                    (who, at) -> put(
                            who,
                            Map.of("responsibilityId", fresh(), "periodId", fresh(), "colour", "RED", "reason", "试验"),
                            "/cards/{id}")),
            acted("issueCard", Right.MONITORING_WRITE, "/cards/{id}/issue"),
            acted("dismissCard", Right.MONITORING_WRITE, "/cards/{id}/dismiss"),
            acted("clearCard", Right.MONITORING_WRITE, "/cards/{id}/clear"),
            acted("revokeCard", Right.MONITORING_WRITE, "/cards/{id}/revocation"));

    private static Map<String, Object> figures() {
        return Map.of("numerator", 1, "denominator", 2, "provisional", true, "source", "试验", "attestedBy", "试填报");
    }

    /** One that is not there, asked for by offices and liaisons. */
    private static MatrixRow notThere(String operationId, String path) {
        return as(
                operationId,
                asker -> Set.of(asker.may(Right.MONITORING_LIST) || asker.may(Right.UNIT_REPORT_READ) ? 404 : 403),
                (who, at) -> get(who, path, fresh()));
    }

    /** An act on a record that is not there. */
    private static MatrixRow acted(String operationId, Right right, String path) {
        return as(
                operationId,
                asker -> Set.of(asker.may(right) ? 404 : 403),
                (who, at) -> post(who, Map.of("id", fresh(), "reason", "试验", "figures", figures()), path, fresh()));
    }

    /** A list for offices, of their areas, and for liaisons, of their unit. */
    private static MatrixRow seen(String operationId, String path) {
        return as(
                operationId,
                asker -> Set.of(asker.may(Right.MONITORING_LIST) || asker.may(Right.UNIT_REPORT_READ) ? 200 : 403),
                (who, at) -> who.get("/api/v1" + path));
    }
}
