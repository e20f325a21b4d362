package org.shouwang.journey;

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

/** The rows of the yearly score: decided by the office of the county, objected to by units. Nothing here is stored. */
final class ScoreRows {

    private ScoreRows() {}

    static final List<MatrixRow> ALL = List.of(
            // Refused when all else is known: villages are not scored.
            one(
                    "putScore",
                    Right.MONITORING_WRITE,
                    422,
                    (who, at) -> put(who, Map.of("areaCode", at.village(), "year", 2026), "/scores/{id}")),
            acted("computeScore", Right.MONITORING_WRITE, "/scores/{id}/computation"),
            acted("adjustScore", Right.MONITORING_WRITE, "/scores/{id}/adjustments"),
            acted("publishScore", Right.MONITORING_WRITE, "/scores/{id}/publication"),
            acted("objectToScore", Right.UNIT_REPORT_WRITE, "/scores/{id}/objections"),
            acted("answerScoreObjection", Right.MONITORING_WRITE, "/score-objections/{id}/answer"),
            read("listScores", "/scores"),
            as("getScore", asker -> Set.of(sees(asker) ? 404 : 403), (who, at) -> get(who, "/scores/{id}", fresh())),
            as(
                    "getUnitScore",
                    asker -> Set.of(sees(asker) ? 404 : 403),
                    (who, at) -> who.get("/api/v1/scores/{id}/units/{unit}", fresh(), fresh())),
            as(
                    "getScoreTable",
                    asker -> Set.of(asker.may(Right.MONITORING_READ) ? 404 : 403),
                    (who, at) -> get(who, "/scores/{id}/table", fresh())),
            // Refused when all else is known: there is no such unit.
            one(
                    "putScoreRecord",
                    Right.MONITORING_WRITE,
                    422,
                    (who, at) -> put(
                            who,
                            Map.of(
                                    "kind",
                                    "COMMENDATION",
                                    "areaCode",
                                    at.village(),
                                    "unitId",
                                    fresh(),
                                    "year",
                                    2026,
                                    "reason",
                                    "试验",
                                    "heldOn",
                                    "2026-01-04"),
                            "/score-records/{id}")),
            read("listScoreRecords", "/score-records"));

    private static boolean sees(Asker asker) {
        return asker.may(Right.MONITORING_LIST) || asker.may(Right.UNIT_REPORT_READ);
    }

    /** A list for offices, of their areas, and for liaisons, of their unit. */
    private static MatrixRow read(String operationId, String path) {
        return as(operationId, asker -> Set.of(sees(asker) ? 200 : 403), (who, at) -> who.get("/api/v1" + path));
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
                                "unitId",
                                fresh(),
                                "points",
                                1,
                                "reason",
                                "试验",
                                "words",
                                "试验",
                                "outcome",
                                "REJECTED"),
                        path,
                        fresh()));
    }
}
