package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.MatrixRow.listed;
import static org.shouwang.journey.MatrixRow.one;
import static org.shouwang.journey.MatrixRow.taken;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.get;
import static org.shouwang.journey.Requests.list;
import static org.shouwang.journey.Requests.post;
import static org.shouwang.journey.Requests.put;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;

/** The rows of areas, organisations, workers, their phones and their handovers, and of who looked at whom. */
final class StaffRows {

    private StaffRows() {}

    static final List<MatrixRow> ALL = List.of(
            taken(
                    "importAreas",
                    Right.AREA_WRITE,
                    "area-not-yours",
                    (who, at) -> Requests.send(
                            who, "/areas/import", "code,name,level\n%s,阳平镇,VILLAGE\n".formatted(at.town()))),
            // Refused when all else is known: by nobody it is not run.
            one("putAreaAdministrator", Right.AREA_WRITE, 422, (who, at) -> who.body(Map.of("from", "2026-01-04"))
                    .put("/api/v1/areas/{code}/administrator", at.village())),
            one(
                    "deleteAreaAdministrator",
                    Right.AREA_WRITE,
                    204,
                    (who, at) -> who.delete("/api/v1/areas/{code}/administrator", at.village())),
            // Refused when all else is known: a village does not become a town.
            one(
                    "succeedArea",
                    Right.AREA_WRITE,
                    422,
                    (who, at) -> post(
                            who,
                            Map.of("id", fresh(), "successor", at.town(), "on", "2026-07-01"),
                            "/areas/{code}/succession",
                            at.village())),
            one(
                    "putOrganisation",
                    Right.ORGANISATION_WRITE,
                    201,
                    (who, at) -> put(who, Staff.organisation(at.village(), "妇女之家"), "/organisations/{id}")),
            one("editOrganisation", Right.ORGANISATION_WRITE, 200, (who, at) -> who.header("If-Match", "\"0\"")
                    .body(Map.of("name", at.staff().organisationName()))
                    .patch("/api/v1/organisations/{id}", at.staff().organisation())),
            one(
                    "getOrganisation",
                    Right.ORGANISATION_READ,
                    200,
                    (who, at) -> get(who, "/organisations/{id}", at.staff().organisation())),
            listed(
                    "listOrganisations",
                    Right.ORGANISATION_LIST,
                    at -> at.staff().organisation(),
                    (who, at) -> list(who, "/organisations", at)),
            listed("listWorkers", Right.WORKER_LIST, Place::directorsWorker, (who, at) -> list(who, "/workers", at)),
            // A phone that somebody else has makes nobody.
            taken(
                    "importWorkers",
                    Right.WORKER_WRITE,
                    "area-not-yours",
                    (who, at) -> Requests.send(
                            who,
                            "/workers/import",
                            "姓名,手机号,职务,辖区代码,任职日期\n无此人,%s,儿童主任,%s,2026-01-04\n".formatted(at.phone(), at.village()))),
            one("getWorker", Right.WORKER_READ, 200, (who, at) -> get(who, "/workers/{id}", at.newcomer())),
            // A version is asked for when all else is known.
            as("editWorker", asker -> selection(asker, 428), (who, at) -> who.body(Map.of("sexCode", "2"))
                    .patch("/api/v1/workers/{id}", at.newcomer())),
            as(
                    "issueActivationCode",
                    asker -> selection(asker, 200),
                    (who, at) -> post(who, Map.of(), "/workers/{id}/activation-code", at.newcomer())),
            as(
                    "listWorkerDevices",
                    asker -> selection(asker, 200),
                    (who, at) -> get(who, "/workers/{id}/devices", at.newcomer())),
            as(
                    "declareWorkerDeviceLost",
                    asker -> selection(asker, 204),
                    (who, at) -> post(
                            who,
                            Map.of(),
                            "/workers/{worker}/devices/{device}/revocation",
                            at.newcomer(),
                            at.staff().device())),
            as(
                    "handOver",
                    StaffRows::ending,
                    (who, at) -> post(
                            who,
                            Map.of(
                                    "id", fresh(),
                                    "fromAppointmentId", at.staff().post(),
                                    "toAppointmentId", fresh(),
                                    "endReason", "ELECTION"),
                            "/handovers")),
            as(
                    "takeOver",
                    StaffRows::ending,
                    (who, at) -> post(
                            who,
                            Map.of(
                                    "id", fresh(),
                                    "toAppointmentId", at.staff().post(),
                                    "fromAppointmentId", fresh()),
                            "/takeovers")),
            one(
                    "getHandover",
                    Right.HANDOVER_WRITE,
                    200,
                    (who, at) -> get(who, "/handovers/{id}", at.staff().handover())),
            listed(
                    "listHandovers",
                    Right.HANDOVER_WRITE,
                    at -> at.staff().handover(),
                    (who, at) -> list(who, "/handovers", at)),
            one(
                    "getBelongings",
                    Right.HANDOVER_WRITE,
                    200,
                    (who, at) ->
                            get(who, "/appointments/{id}/belongings", at.staff().post())),
            listed("listAccessLog", Right.ACCESS_REVIEW, Place::child, (who, at) -> who.queryParam(
                            "subjectId", at.child())
                    .get("/api/v1/access-log")));

    /** The account of a director: of those who keep workers only who may select a director, so not the women's line. */
    private static Set<Integer> selection(Asker asker, int success) {
        if (!asker.may(Right.WORKER_WRITE)) {
            return Set.of(403);
        }
        if (!asker.inside()) {
            return Set.of(404);
        }
        return Set.of(
                switch (asker.role()) {
                    case TOWNSHIP_COORDINATOR, ADMINISTRATOR -> success;
                    default -> 403;
                });
    }

    /** A director's post ends by the coordinator alone (民发〔2019〕34号); who is named as successor here is nobody. */
    private static Set<Integer> ending(Asker asker) {
        if (!asker.may(Right.HANDOVER_WRITE)) {
            return Set.of(403);
        }
        if (!asker.inside()) {
            return Set.of(404);
        }
        return Set.of(asker.role() == RoleCode.TOWNSHIP_COORDINATOR ? 422 : 403);
    }
}
