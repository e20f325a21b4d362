package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.get;
import static org.shouwang.journey.Requests.put;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwang.platform.Right;

/** The rows of evidence files and reports: of units and their offices. Nothing here is stored. */
final class EvidenceRows {

    private EvidenceRows() {}

    static final List<MatrixRow> ALL = List.of(
            // A unit that is not there: whose it would be is asked in EvidenceApiTest.
            as(
                    "putEvidenceFile",
                    asker -> Set.of(sends(asker) ? 404 : 403),
                    (who, at) -> put(
                            who,
                            Map.of(
                                    "unitId",
                                    fresh(),
                                    "name",
                                    "试验.pdf",
                                    "mediaType",
                                    "PDF",
                                    "size",
                                    1,
                                    "sha256",
                                    "0".repeat(64)),
                            "/evidence-files/{id}")),
            as("putEvidencePart", asker -> Set.of(sends(asker) ? 404 : 403), (who, at) -> who.contentType(
                            "application/octet-stream")
                    .body(new byte[] {1})
                    .put("/api/v1/evidence-files/{id}/parts/1", fresh())),
            as(
                    "getEvidenceFile",
                    asker -> Set.of(sees(asker) ? 404 : 403),
                    (who, at) -> get(who, "/evidence-files/{id}", fresh())),
            as(
                    "getEvidenceContent",
                    asker -> Set.of(sees(asker) ? 404 : 403),
                    (who, at) -> get(who, "/evidence-files/{id}/content", fresh())),
            as(
                    "deleteEvidenceFile",
                    asker -> Set.of(sends(asker) ? 404 : 403),
                    (who, at) -> who.delete("/api/v1/evidence-files/{id}", fresh())),
            as(
                    "putReportSubmission",
                    asker -> Set.of(asker.may(Right.UNIT_REPORT_WRITE) ? 404 : 403),
                    (who, at) ->
                            put(who, Map.of("reportFileId", fresh()), "/collection-periods/{id}/reports/" + fresh())),
            as(
                    "listReportSubmissions",
                    asker -> Set.of(sees(asker) ? 404 : 403),
                    (who, at) -> get(who, "/collection-periods/{id}/reports", fresh())),
            as(
                    "getReportSubmission",
                    asker -> Set.of(sees(asker) ? 404 : 403),
                    (who, at) -> get(who, "/collection-periods/{id}/reports/" + fresh(), fresh())));

    private static boolean sends(Asker asker) {
        return asker.may(Right.MONITORING_WRITE) || asker.may(Right.UNIT_REPORT_WRITE);
    }

    private static boolean sees(Asker asker) {
        return asker.may(Right.MONITORING_LIST) || asker.may(Right.UNIT_REPORT_READ);
    }
}
