package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.anywhere;
import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.MatrixRow.everybody;
import static org.shouwang.journey.MatrixRow.one;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.post;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwang.platform.Right;

/** The rows of the inbox: everybody's own, and nobody else's. */
final class NotificationRows {

    private NotificationRows() {}

    static final List<MatrixRow> ALL = List.of(
            everybody("listNotifications", 200, (who, at) -> who.get("/api/v1/notifications")),
            everybody("countUnreadNotifications", 200, (who, at) -> who.get("/api/v1/notifications/unread")),
            everybody("readNotification", 404, (who, at) -> post(who, Map.of(), "/notifications/{id}/read", fresh())),
            everybody(
                    "readNotificationsUpTo",
                    404,
                    (who, at) -> post(who, Map.of(), "/notifications/{id}/read-up-to", fresh())),
            anywhere("listPushFailures", Right.PUSH_REVIEW, 200, (who, at) -> who.get("/api/v1/push-failures")),
            anywhere("reportPushes", Right.PUSH_REVIEW, 200, (who, at) -> who.get("/api/v1/push-report")),
            ofInstance("closePushChannel", 404, (who, at) -> who.body(Map.of("reason", "演练"))
                    .put("/api/v1/push-channels/{channel}/closing", "PIGEON")),
            ofInstance(
                    "openPushChannel",
                    404,
                    (who, at) -> who.delete("/api/v1/push-channels/{channel}/closing", "PIGEON")),
            everybody(
                    "getReachSettings", 200, (who, at) -> who.get("/api/v1/areas/" + at.village() + "/reach-settings")),
            // Refused when all else is known: no village decides.
            one("putReachSettings", Right.REACH_WRITE, 422, (who, at) -> who.body(settings())
                    .put("/api/v1/areas/" + at.village() + "/reach-settings")),
            // Refused when all else is known: a stream would not end.
            everybody("streamNotifications", 400, (who, at) -> who.header("Last-Event-ID", "?")
                    .accept("text/event-stream, application/problem+json")
                    .get("/api/v1/notifications/stream")));

    private static Map<String, Object> settings() {
        return Map.of(
                "id",
                fresh(),
                "urgentSmsAfterMinutes",
                10,
                "callAfterMinutes",
                30,
                "remindersBySms",
                true,
                "reminderSmsAfterHours",
                12,
                "smsPerDay",
                300,
                "smsPerMonth",
                3000);
    }

    /** What the administrator of the whole instance may; which one asks is not told. */
    private static MatrixRow ofInstance(String operationId, int success, MatrixRow.Call call) {
        return as(
                operationId,
                asker -> asker.may(Right.PUSH_SWITCH) && asker.inside() ? Set.of(403, success) : Set.of(403),
                call);
    }
}
