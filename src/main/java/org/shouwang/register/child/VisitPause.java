package org.shouwang.register.child;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.record.RequestHash;

/** A while in which no visit to a child is due (暂缓走访). */
@Entity
@Table(name = "visit_pause")
class VisitPause {

    @Id
    UUID id;

    UUID childId;
    LocalDate fromDate;
    LocalDate untilDate;

    @Enumerated(EnumType.STRING)
    PauseReason reasonCode;

    UUID appointmentId;
    byte[] requestHash;
    Instant createdAt;
    UUID createdBy;

    /** From this day on it does not hold. */
    @Nullable
    LocalDate endedOn;

    @Nullable
    Instant endedAt;

    /** Null also where a level that rose, a move or the closing of the file has ended it. */
    @Nullable
    UUID endId;

    @Nullable
    UUID endedBy;

    @Version
    int version;

    protected VisitPause() {}

    VisitPause(UUID id, UUID childId, VisitPauseForm form, UUID appointmentId, Instant at, UUID workerId) {
        this.id = id;
        this.childId = childId;
        this.fromDate = form.from();
        this.untilDate = form.until();
        this.reasonCode = form.reasonCode();
        this.appointmentId = appointmentId;
        this.requestHash = RequestHash.of(form).bytes();
        this.createdAt = at;
        this.createdBy = workerId;
    }

    /** The last day on which it holds. */
    LocalDate last() {
        return endedOn == null || endedOn.isAfter(untilDate) ? untilDate : endedOn.minusDays(1);
    }

    /** What was to come does not come, and what has begun is over today. */
    void end(UUID id, Instant at, UUID workerId) {
        LocalDate today = LocalDays.of(at);
        endId = id;
        endedBy = workerId;
        endedAt = at;
        endedOn = today.isBefore(fromDate) ? fromDate : today;
    }
}
