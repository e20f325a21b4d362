package org.shouwang.notification;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.notification.StreamRows.Place;

/** One row that came into an inbox, and the place up to which everything was told when it is. */
record StreamEvent(Place place, News news) {

    /** Ids and codes only: a client reads the inbox for the rest. */
    @Schema(name = "NotificationNews")
    record News(
            UUID id,
            @Schema(examples = "task-assigned") String event,

            @Schema(description = "Names the subject, the stage and the due day")
            String occurrence) {}
}
