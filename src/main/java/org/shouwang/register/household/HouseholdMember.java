package org.shouwang.register.household;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.SexCode;

/** A grown-up or child of a household who may care for its children (家庭成员 / 监护人). */
@Entity
@Table(name = "household_member")
@DynamicUpdate
public class HouseholdMember {

    @Id
    public UUID id;

    public UUID householdId;
    String fullName;

    @Enumerated(EnumType.STRING)
    SexCode sexCode;

    @Nullable
    LocalDate birthDate;

    byte @Nullable [] idNumberCipher;
    byte @Nullable [] idNumberHash;
    byte @Nullable [] idNumberHashNext;
    byte @Nullable [] phoneCipher;
    byte @Nullable [] phoneHash;
    byte @Nullable [] phoneHashNext;

    @Enumerated(EnumType.STRING)
    VitalStatus vitalStatus;

    @Enumerated(EnumType.STRING)
    GuardianshipAbility guardianshipAbility;

    @Enumerated(EnumType.STRING)
    GuardianshipAbility.@Nullable Reason guardianshipAbilityReason;

    @Nullable
    Boolean isAway;

    @Nullable
    String workPlaceCode;

    @Nullable
    String workPlaceText;

    @Nullable
    LocalDate awaySince;

    /** Null where there is none (V027). */
    String @Nullable [] womensCategories;

    @Version
    int version;

    protected HouseholdMember() {}

    HouseholdMember(UUID id, UUID householdId) {
        this.id = id;
        this.householdId = householdId;
    }

    public static List<UUID> ids(List<HouseholdMember> members) {
        return members.stream().map(member -> member.id).toList();
    }

    /** Alive and known to work away. */
    public boolean livesAway() {
        return Boolean.TRUE.equals(isAway) && vitalStatus == VitalStatus.ALIVE;
    }
}
