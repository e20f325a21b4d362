package org.shouwang.protection.violence;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.record.ClientRecord;

/** A case of violence at home. The wish lives in memory only; {@link ViolenceSealed} names its column. */
@Entity
@Table(name = "violence_case")
@DynamicUpdate
class ViolenceCase extends ClientRecord {

    static final String SUBJECT = "ViolenceCase";

    @Nullable
    UUID victimChildId;

    @Nullable
    UUID victimMemberId;

    /** Of the woman. */
    @Nullable
    UUID householdId;

    @Nullable
    UUID incidentId;

    @Transient
    @Nullable
    String victimWish;

    byte @Nullable [] victimWishCipher;

    UUID authorAppointmentId;
    UUID responsibleAppointmentId;

    @Nullable
    Instant closedAt;

    protected ViolenceCase() {}

    ViolenceCase(Birth birth, ViolenceCaseForm form, @Nullable UUID householdId, UUID author) {
        super(birth, form.clientTime(), form.deviceId());
        this.victimChildId = form.victimChildId();
        this.victimMemberId = form.victimMemberId();
        this.householdId = householdId;
        this.victimWish = form.victimWish();
        this.authorAppointmentId = author;
        this.responsibleAppointmentId = author;
    }

    Victim victim() {
        return victimChildId == null ? Victim.WOMAN : Victim.CHILD;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    Subject subject() {
        return new Subject(SUBJECT, id, areaCode);
    }
}
