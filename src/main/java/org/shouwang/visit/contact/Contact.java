package org.shouwang.visit.contact;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.ClientRecord;
import org.shouwang.visit.contact.ContactCodes.Channel;
import org.shouwang.visit.contact.ContactCodes.Counterpart;

/** One contact; of whom it was stands in {@link ContactChild}. */
@Entity
class Contact extends ClientRecord {

    UUID authorAppointmentId;
    Instant contactedAt;

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Enumerated(EnumType.STRING)
    Counterpart counterpart;

    boolean reached;

    byte @Nullable [] summaryCipher;

    boolean needsVisit;

    protected Contact() {}

    Contact(Birth birth, ContactForm form, UUID authorAppointmentId, byte @Nullable [] summaryCipher) {
        super(birth, form.clientTime(), form.deviceId());
        this.authorAppointmentId = authorAppointmentId;
        this.contactedAt = form.contactedAt().truncatedTo(ChronoUnit.MICROS);
        this.channel = form.channel();
        this.counterpart = form.counterpart();
        this.reached = form.reached();
        this.summaryCipher = summaryCipher;
        this.needsVisit = form.needsVisit();
    }
}
