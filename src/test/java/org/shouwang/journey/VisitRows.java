package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.MatrixRow.listed;
import static org.shouwang.journey.MatrixRow.one;
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

/** The rows of visits and of what becomes of them. */
final class VisitRows {

    private VisitRows() {}

    static final List<MatrixRow> ALL = List.of(
            listed("listVisits", Right.VISIT_LIST, Place::visit, (who, at) -> list(who, "/visits", at)),
            one("getVisit", Right.VISIT_READ, 200, (who, at) -> get(who, "/visits/{id}", at.visit())),
            one("listVisitVersions", Right.VISIT_READ, 200, (who, at) -> get(who, "/visits/{id}/versions", at.visit())),
            one("recordVisit", Right.VISIT_WRITE, 201, (who, at) -> put(who, at.newVisit(), "/visits/{id}")),
            one("logContact", Right.VISIT_WRITE, 201, (who, at) -> put(who, at.newContact(), "/contacts/{id}")),
            listed("listContacts", Right.VISIT_LIST, Place::contact, (who, at) -> list(who, "/contacts", at)),
            // Changes nothing.
            as("amendVisit", VisitRows::authors, (who, at) -> who.body(Map.of())
                    .patch("/api/v1/visits/{id}", at.visit())),
            // The version that was seen is asked for when all else is known.
            one(
                    "verifyVisit",
                    Right.VISIT_CHECK,
                    428,
                    (who, at) -> post(
                            who,
                            Map.of("id", fresh(), "verdict", "VERIFIED"),
                            "/visits/{id}/verification",
                            at.visit())));

    /** Only the author, whose post in the matrix is the director's. */
    private static Set<Integer> authors(Asker asker) {
        if (!asker.may(Right.VISIT_WRITE)) {
            return Set.of(403);
        }
        if (!asker.inside()) {
            return Set.of(404);
        }
        return Set.of(asker.role() == RoleCode.CHILDREN_DIRECTOR ? 200 : 403);
    }
}
