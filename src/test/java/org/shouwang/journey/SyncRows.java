package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.anywhere;
import static org.shouwang.journey.MatrixRow.listed;
import static org.shouwang.journey.MatrixRow.one;
import static org.shouwang.journey.Requests.list;
import static org.shouwang.journey.Requests.post;

import java.util.List;
import java.util.Map;
import org.shouwang.platform.Right;

/** The rows of the offline protocol. What each operation of a phone may do is its use case's row elsewhere. */
final class SyncRows {

    private SyncRows() {}

    static final List<MatrixRow> ALL = List.of(
            anywhere("pullChanges", Right.SYNC, 200, (who, at) -> who.get("/api/v1/sync/changes?limit=1")),
            // Nothing was pulled with it: whoever may pull is told to do that first.
            anywhere("getDigest", Right.SYNC, 409, (who, at) -> who.get("/api/v1/sync/digest")),
            anywhere("listHeldRecords", Right.SYNC, 409, (who, at) -> who.get("/api/v1/sync/digest/child")),
            anywhere(
                    "fetchRecords",
                    Right.SYNC,
                    200,
                    (who, at) -> post(who, Map.of("kind", "child", "ids", List.of(at.child())), "/sync/records")),
            anywhere(
                    "pushOperations",
                    Right.SYNC,
                    200,
                    (who, at) -> post(who, Map.of("operations", List.of()), "/sync/operations")),
            listed(
                    "listWaitingPhones",
                    Right.PHONE_LIST,
                    at -> at.kept().id(),
                    (who, at) -> list(who, "/sync/phones", at)),
            listed(
                    "listKeptOperations",
                    Right.OPERATION_LIST,
                    at -> at.kept().id(),
                    (who, at) -> list(who, "/sync/operations", at)),
            // Nobody knows its type: whoever may settle it is told so, and nothing changes.
            one(
                    "acceptOperation",
                    Right.OPERATION_SETTLE,
                    422,
                    (who, at) -> post(
                            who,
                            Map.of(),
                            "/sync/operations/{worker}/{id}/accept",
                            at.kept().worker(),
                            at.kept().id())),
            one(
                    "dismissOperation",
                    Right.OPERATION_SETTLE,
                    200,
                    (who, at) -> post(
                            who,
                            Map.of("reason", "重复录入"),
                            "/sync/operations/{worker}/{id}/dismiss",
                            at.kept().worker(),
                            at.kept().toSettle())));
}
