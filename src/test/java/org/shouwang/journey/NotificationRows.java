package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.anywhere;
import static org.shouwang.journey.MatrixRow.everybody;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.post;

import java.util.List;
import java.util.Map;
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
            // Refused when all else is known: a stream would not end.
            everybody("streamNotifications", 400, (who, at) -> who.header("Last-Event-ID", "?")
                    .accept("text/event-stream, application/problem+json")
                    .get("/api/v1/notifications/stream")));
}
