package org.shouwang.register;

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

/**
 * A child's file (儿童档案). Its {@code areaCode} is the village where the child lives; the columns that end in {@code
 * Cipher} open with {@link SealedFields}.
 */
@Entity
@Table(name = "child")
@DynamicUpdate
class Child extends ClientRecord {

    UUID householdId;
    String fullName;

    @Enumerated(EnumType.STRING)
    SexCode sexCode;

    @Nullable
    LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    IdType idType;

    byte @Nullable [] idNumberCipher;
    byte @Nullable [] idNumberHash;
    byte @Nullable [] idNumberHashNext;
    boolean hukouRegistered;

    @Nullable
    AreaCode hukouAreaCode;

    byte @Nullable [] hukouAddressCipher;
    byte[] residenceAddressCipher;

    @Nullable
    String hamlet;

    boolean ruralHukou;

    @Enumerated(EnumType.STRING)
    LivingStatus livingStatus;

    @Enumerated(EnumType.STRING)
    RiskLevel riskLevel;

    @Enumerated(EnumType.STRING)
    FileStatus fileStatus;

    @Nullable
    UUID responsibleAppointmentId;

    Instant lastVerifiedAt;

    @Enumerated(EnumType.STRING)
    FileSource source;

    Instant noticeGivenAt;
    String noticeVersion;

    @Nullable
    String remark;

    protected Child() {}

    Child(Birth birth, @Nullable Instant clientTime, @Nullable UUID deviceId) {
        super(birth, clientTime, deviceId);
    }

    ChildFacts facts() {
        return new ChildFacts(id, householdId, areaCode, riskLevel, fileStatus, birthDate);
    }
}
