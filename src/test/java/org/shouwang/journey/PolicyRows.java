package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.MatrixRow.everybody;
import static org.shouwang.journey.MatrixRow.one;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.get;
import static org.shouwang.journey.Requests.post;
import static org.shouwang.journey.Requests.put;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwang.platform.Right;
import org.shouwang.policy.PolicyForms;

/** The rows of follow-up policies and working days: read by everybody, decided for the own area. Nothing here is stored. */
final class PolicyRows {

    private PolicyRows() {}

    static final List<MatrixRow> ALL = List.of(
            everybody("getPolicyAt", 200, (who, at) -> who.get("/api/v1/policies?at=" + at.village())),
            // One that is not there.
            everybody("getPolicy", 404, (who, at) -> get(who, "/policies/{id}", fresh())),
            // Refused when all else is known: that day is over.
            one(
                    "putPolicy",
                    Right.POLICY_WRITE,
                    422,
                    (who, at) -> put(
                            who, PolicyForms.tenDays(at.village(), LocalDate.parse("2026-01-04")), "/policies/{id}")),
            // One that is not there: where it would be is asked in PolicyApiTest.
            as(
                    "withdrawPolicy",
                    asker -> Set.of(asker.may(Right.POLICY_WRITE) ? 404 : 403),
                    (who, at) ->
                            post(who, Map.of("id", fresh(), "reason", "试验"), "/policies/{id}/withdrawal", fresh())),
            everybody("getCalendar", 200, (who, at) -> who.get("/api/v1/calendars/2026?at=" + at.village())),
            // Refused when all else is known: a village has no holidays of its own.
            one(
                    "importCalendar",
                    Right.CALENDAR_WRITE,
                    422,
                    (who, at) -> Requests.send(who, "/calendars/import?areaCode=" + at.village(), "日期,是否上班,名称\n")));
}
