package org.shouwang.staff.handover;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.ClientRecord;
import org.shouwang.staff.handover.HandoverDecision.Accepted;

/** A post that ended (交接). It never changes. */
@Entity
@Table(name = "handover")
class Handover extends ClientRecord {

    UUID fromAppointmentId;

    @Nullable
    UUID toAppointmentId;

    @Enumerated(EnumType.STRING)
    EndReason endReason;

    LocalDate endedOn;
    UUID confirmedBy;
    LocalDate confirmedOn;

    protected Handover() {}

    Handover(Birth birth, Accepted accepted, EndReason reason, LocalDate today) {
        super(birth, null, null);
        this.fromAppointmentId = accepted.leaving().id();
        this.toAppointmentId = accepted.receiverId().orElse(null);
        this.endReason = reason;
        this.endedOn = accepted.endedOn();
        this.confirmedBy = accepted.acting().appointmentId();
        this.confirmedOn = today;
    }
}
