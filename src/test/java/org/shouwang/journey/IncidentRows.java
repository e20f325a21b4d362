package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.anywhere;
import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.get;
import static org.shouwang.journey.Requests.list;
import static org.shouwang.journey.Requests.post;
import static org.shouwang.journey.Requests.put;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwang.platform.Right;

/** The rows of incidents: none of the workers of the matrix has a grant, so that the county lead alone sees those of the area. */
final class IncidentRows {

    private IncidentRows() {}

    static final List<MatrixRow> ALL = List.of(
            anywhere(
                    "reportIncident",
                    Right.INCIDENT_REPORT,
                    201,
                    (who, at) -> put(who, at.newIncident(), "/incidents/{id}")),
            // A page of what is open to the caller, which is said by incidents-by-hand.csv.
            anywhere("listIncidents", Right.INCIDENT_LIST, 200, (who, at) -> list(who, "/incidents", at)),
            as("getIncident", asker -> lead(asker, 200), (who, at) -> get(who, "/incidents/{id}", at.incident())),
            anywhere(
                    "getIncidentStatistics",
                    Right.INCIDENT_LEAD,
                    200,
                    (who, at) -> who.get("/api/v1/incidents/statistics?area=" + at.village())),
            // The first who may takes it.
            as(
                    "takeIncident",
                    asker -> lead(asker, 200, 409),
                    (who, at) -> post(who, Map.of("id", fresh()), "/incidents/{id}/take", at.incident())),
            as(
                    "reachIncidentStage",
                    asker -> lead(asker, 200, 409),
                    (who, at) -> post(
                            who, Map.of("id", fresh(), "stage", "REPORTED"), "/incidents/{id}/stage", at.incident())),
            // To a post that is nobody's.
            as(
                    "grantIncident",
                    asker -> lead(asker, 422),
                    (who, at) -> post(
                            who,
                            Map.of("id", fresh(), "appointmentId", fresh()),
                            "/incidents/{id}/grants",
                            at.incident())),
            as(
                    "transferIncident",
                    asker -> lead(asker, 422),
                    (who, at) -> post(
                            who,
                            Map.of("id", fresh(), "toAppointmentId", fresh()),
                            "/incidents/{id}/transfer",
                            at.incident())),
            as(
                    "cutVillageFromIncident",
                    asker -> lead(asker, 200),
                    (who, at) -> post(who, Map.of("id", fresh()), "/incidents/{id}/village-cut", at.incident())));

    private static Set<Integer> lead(Asker asker, Integer... success) {
        if (!asker.may(Right.INCIDENT_READ)) {
            return Set.of(403);
        }
        return asker.mayHere(Right.INCIDENT_LEAD) ? Set.of(success) : Set.of(404);
    }
}
