package org.shouwang.register.child;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pause of visits, as whoever may read the child's file sees it. */
@Schema(name = "VisitPause")
record VisitPauseView(
        UUID id,
        int version,
        UUID childId,
        LocalDate from,
        LocalDate until,
        PauseReason reasonCode,

        @Schema(
                description =
                        "From this day on it does not hold. A level that rises to HIGH or CRITICAL ends it, too, as do a move to another village and the closing of the file")
        @Nullable
        LocalDate endedOn,

        Instant createdAt) {

    static VisitPauseView of(VisitPause pause) {
        return new VisitPauseView(
                pause.id,
                pause.version,
                pause.childId,
                pause.fromDate,
                pause.untilDate,
                pause.reasonCode,
                pause.endedOn,
                pause.createdAt);
    }

    @Override
    public String toString() {
        return "***";
    }
}
