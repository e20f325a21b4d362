package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.anywhere;
import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.MatrixRow.one;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.get;
import static org.shouwang.journey.Requests.list;
import static org.shouwang.journey.Requests.post;
import static org.shouwang.journey.Requests.put;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwang.platform.Right;

/** The rows of cases of violence: none of the workers of the matrix has a grant, so that the lead of a child's case sees it alone. */
final class ViolenceRows {

    private ViolenceRows() {}

    static final List<MatrixRow> ALL = List.of(
            one(
                    "recordViolenceCase",
                    Right.VIOLENCE_WRITE,
                    201,
                    (who, at) -> put(who, Map.of("victimChildId", at.sibling()), "/violence-cases/{id}")),
            // A page of what is open to the caller, which is said by violence-by-hand.csv.
            anywhere("listViolenceCases", Right.VIOLENCE_LIST, 200, (who, at) -> list(who, "/violence-cases", at)),
            as(
                    "getViolenceCase",
                    asker -> lead(asker, 200),
                    (who, at) -> get(who, "/violence-cases/{id}", at.violence())),
            anywhere(
                    "getViolenceStatistics",
                    Right.VIOLENCE_COUNT,
                    200,
                    (who, at) -> who.get("/api/v1/violence-cases/statistics?from=2026-01-01&to=2026-01-31")),
            // Nobody says by hand that an agency is asked.
            as(
                    "sayViolenceStage",
                    asker -> lead(asker, 409),
                    (who, at) -> act(who, at, "stages/SHELTER", Map.of("status", "REFERRED"))),
            // To an organisation that is none.
            as(
                    "referViolenceStage",
                    asker -> lead(asker, 422),
                    (who, at) -> act(who, at, "stages/SHELTER/refer", asked(Map.of()))),
            // Nobody of the matrix has a stage.
            as(
                    "handOnViolenceStage",
                    asker -> lead(asker, 403),
                    (who, at) -> act(who, at, "stages/SHELTER/hand-on", asked(Map.of("toStage", "JUDICIAL")))),
            // No agency has it.
            as(
                    "takeBackViolenceStage",
                    asker -> lead(asker, 409),
                    (who, at) -> act(who, at, "stages/SHELTER/take-back", Map.of())),
            as("closeViolenceCase", asker -> lead(asker, 409), (who, at) -> act(who, at, "close", because())),
            as("reopenViolenceCase", asker -> lead(asker, 409), (who, at) -> act(who, at, "reopen", because())),
            // To a post that is nobody's.
            as(
                    "grantViolenceCase",
                    asker -> lead(asker, 422),
                    (who, at) -> act(who, at, "grants", Map.of("appointmentId", fresh()))),
            // From a post to which it is not open.
            as(
                    "revokeViolenceCase",
                    asker -> lead(asker, 422),
                    (who, at) -> act(who, at, "revocations", Map.of("appointmentId", fresh()))),
            as(
                    "transferViolenceCase",
                    asker -> lead(asker, 422),
                    (who, at) -> act(who, at, "transfer", Map.of("toAppointmentId", fresh()))),
            as(
                    "recordWarningLetter",
                    asker -> lead(asker, 201),
                    (who, at) -> put(
                            who,
                            Map.of("issuedOn", "2026-01-05"),
                            "/violence-cases/" + at.violence() + "/warning-letters/{id}")),
            as(
                    "recordProtectionOrder",
                    asker -> lead(asker, 201),
                    (who, at) -> put(
                            who,
                            Map.of("appliedOn", "2026-01-05", "appliedBy", "VICTIM"),
                            "/violence-cases/" + at.violence() + "/orders/{id}")),
            // Of an order that is none.
            as(
                    "reportOrderBreach",
                    asker -> lead(asker, 404),
                    (who, at) -> act(
                            who,
                            at,
                            "orders/" + fresh() + "/breaches",
                            Map.of("on", "2026-01-05", "text", "上门纠缠", "reportedTo", List.of("POLICE")))));

    private static Response act(RequestSpecification who, Place at, String what, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("id", fresh());
        return post(who, body, "/violence-cases/{id}/" + what, at.violence());
    }

    private static Map<String, Object> because() {
        return Map.of("reason", "已办结");
    }

    private static Map<String, Object> asked(Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(more);
        form.put("organisationId", fresh());
        form.put("urgency", "NORMAL");
        form.put("summary", "请协助安置");
        form.put("consentStatus", "AGREED");
        return form;
    }

    private static Set<Integer> lead(Asker asker, Integer... success) {
        if (!asker.may(Right.VIOLENCE_READ)) {
            return Set.of(403);
        }
        return asker.mayHere(Right.VIOLENCE_LEAD) ? Set.of(success) : Set.of(404);
    }
}
