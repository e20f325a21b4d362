package org.shouwang.activity;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.shouwang.platform.record.ClientRecord;
import org.shouwang.task.campaign.ThemeCode;

@Entity
@Table(name = "activity")
class Activity extends ClientRecord {

    String title;

    @Enumerated(EnumType.STRING)
    ThemeCode themeCode;

    UUID homeId;
    String place;
    Instant startedAt;
    Instant endedAt;
    UUID organiserOrganisationId;
    UUID hostAppointmentId;

    @Embedded
    HeadCounts counts;

    String summary;

    protected Activity() {}

    Activity(Birth birth, ActivityForm form, UUID hostAppointmentId) {
        super(birth, form.clientTime(), form.deviceId());
        this.title = form.title();
        this.themeCode = form.themeCode();
        this.homeId = form.homeId();
        this.place = form.place();
        this.startedAt = form.startedAt();
        this.endedAt = form.endedAt();
        this.organiserOrganisationId = form.organiserOrganisationId();
        this.hostAppointmentId = hostAppointmentId;
        this.counts = form.headCounts();
        this.summary = form.summary();
    }
}
