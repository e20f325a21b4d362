package org.shouwang.register.child;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.record.ClientRecord;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SexCode;

/**
 * A child's file (儿童档案). Its {@code areaCode} is the village where the child lives; the columns that end in {@code
 * Cipher} open with {@link SealedFields}.
 */
@Entity
@Table(name = "child")
@DynamicUpdate
class Child extends ClientRecord {

    @Nullable
    UUID householdId;

    String fullName;

    @Enumerated(EnumType.STRING)
    SexCode sexCode;

    @Nullable
    LocalDate birthDate;

    /** Where the day is not known. */
    @Nullable
    Integer birthYear;

    @Enumerated(EnumType.STRING)
    @Nullable
    IdType idType;

    byte @Nullable [] idNumberCipher;
    byte @Nullable [] idNumberHash;
    byte @Nullable [] idNumberHashNext;
    byte @Nullable [] contactPhoneCipher;

    /** True where somebody said that nobody can be called. */
    @Nullable
    Boolean noContact;

    @Nullable
    Boolean hukouRegistered;

    @Nullable
    AreaCode hukouAreaCode;

    byte @Nullable [] hukouAddressCipher;
    byte @Nullable [] residenceAddressCipher;

    @Nullable
    String hamlet;

    @Nullable
    Boolean ruralHukou;

    @Enumerated(EnumType.STRING)
    @Nullable
    LivingStatus livingStatus;

    /** Null until somebody has assessed the child. */
    @Enumerated(EnumType.STRING)
    @Nullable
    RiskLevel riskLevel;

    @Enumerated(EnumType.STRING)
    FileStatus fileStatus;

    @Enumerated(EnumType.STRING)
    @Nullable
    CloseReason closeReason;

    /** The file that seems to be of the same person, as long as this one is a draft for it. */
    @Nullable
    UUID duplicateOf;

    @Nullable
    UUID responsibleAppointmentId;

    Instant lastVerifiedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    FileSource source;

    @Nullable
    Instant noticeGivenAt;

    @Nullable
    String noticeVersion;

    @Nullable
    String remark;

    protected Child() {}

    Child(Birth birth, @Nullable Instant clientTime, @Nullable UUID deviceId) {
        super(birth, clientTime, deviceId);
    }

    ChildFacts facts() {
        return new ChildFacts(
                id, householdId, areaCode, careful(riskLevel), fileStatus, responsibleAppointmentId, birthDate);
    }

    /** What nobody has assessed is not harmless. */
    static RiskLevel careful(@Nullable RiskLevel assessed) {
        return assessed == null ? RiskLevel.HIGH : assessed;
    }
}
