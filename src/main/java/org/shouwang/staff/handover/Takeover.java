package org.shouwang.staff.handover;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.ClientRecord;
import org.shouwang.staff.handover.TakeoverDecision.Accepted;

/** A post that was filled again and got what had been held for it (接手). It never changes. */
@Entity
@Table(name = "takeover")
class Takeover extends ClientRecord {

    @Nullable
    UUID fromAppointmentId;

    UUID toAppointmentId;
    UUID confirmedBy;
    private String[] itemKinds;
    private UUID[] itemIds;

    protected Takeover() {}

    Takeover(Birth birth, Accepted accepted, List<HandoverItem> items) {
        super(birth, null, null);
        this.fromAppointmentId = accepted.standIn().orElse(null);
        this.toAppointmentId = accepted.receiver().post().appointmentId();
        this.confirmedBy = accepted.acting().appointmentId();
        this.itemKinds = items.stream().map(HandoverItem::kind).toArray(String[]::new);
        this.itemIds = items.stream().map(HandoverItem::id).toArray(UUID[]::new);
    }

    List<HandoverItem> items() {
        return IntStream.range(0, itemIds.length)
                .mapToObj(i -> new HandoverItem(itemKinds[i], itemIds[i]))
                .toList();
    }
}
