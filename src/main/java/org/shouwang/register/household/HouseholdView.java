package org.shouwang.register.household;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.secret.IdentityNumber;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SealedFields.Column;
import org.shouwang.register.SexCode;

/**
 * A household as one of its workers sees it: the address in full, since the family must be found; phones in full for the posts that
 * call it; identity numbers masked.
 */
@Schema(name = "Household")
record HouseholdView(
        UUID id,
        int version,
        AreaCode areaCode,
        AreaCode recordedAreaCode,
        String headName,
        @Schema(examples = "139****0001") @Nullable String phoneMasked,

        @Schema(description = "In full, for the village's own posts: the family must be called") @Nullable
        String phone,

        String address,
        String hamlet,
        List<IncomeSource> incomeSources,
        List<AidType> aidTypes,
        List<Member> members)
        implements Answers.Versioned {

    /** A member of the household. */
    @Schema(name = "HouseholdMember")
    record Member(
            UUID id,
            String fullName,
            SexCode sexCode,
            @Nullable LocalDate birthDate,
            @Nullable String idNumberMasked,
            @Nullable String phoneMasked,

            @Schema(description = "In full, for the village's own posts") @Nullable
            String phone,

            VitalStatus vitalStatus,
            GuardianshipAbility guardianshipAbility,
            GuardianshipAbility.@Nullable Reason guardianshipAbilityReason,

            @JsonProperty("isAway") @Nullable Boolean isAway,

            @Nullable String workPlaceCode,
            @Nullable String workPlaceText,
            @Nullable LocalDate awaySince,

            @Schema(description = "Left out where the caller is not told of any") @Nullable
            List<WomensCategory> womensCategories) {

        @Override
        public String toString() {
            return "***";
        }
    }

    static HouseholdView of(Household household, List<HouseholdMember> members, Caller caller, SealedFields sealed) {
        boolean called = isCalledBy(caller, household);
        Optional<String> phone = sealed.find(Column.HOUSEHOLD_PHONE, household.id, household.phoneCipher);
        return new HouseholdView(
                household.id,
                household.version,
                household.areaCode,
                household.recordedAreaCode,
                household.headName,
                phone.map(number -> new PhoneNumber(number).masked()).orElse(null),
                phone.filter(number -> called).orElse(null),
                sealed.open(Column.HOUSEHOLD_ADDRESS, household.id, household.addressCipher),
                household.hamlet,
                Stream.of(household.incomeSources).map(IncomeSource::valueOf).toList(),
                Stream.of(household.aidTypes).map(AidType::valueOf).toList(),
                members.stream()
                        .map(member -> member(
                                member, WomensCategories.shown(member, caller, household.areaCode), called, sealed))
                        .toList());
    }

    /** Whether the caller's post is one that calls this family, and so has its phones in full. */
    static boolean isCalledBy(Caller caller, Household household) {
        return caller.sees(Right.FAMILY_CALL, FieldClass.P, household.areaCode);
    }

    private static Member member(
            HouseholdMember member,
            @Nullable List<WomensCategory> womensCategories,
            boolean called,
            SealedFields sealed) {
        Optional<String> phone = sealed.find(Column.MEMBER_PHONE, member.id, member.phoneCipher);
        return new Member(
                member.id,
                member.fullName,
                member.sexCode,
                member.birthDate,
                sealed.find(Column.MEMBER_ID_NUMBER, member.id, member.idNumberCipher)
                        .map(number -> new IdentityNumber(number).masked())
                        .orElse(null),
                phone.map(number -> new PhoneNumber(number).masked()).orElse(null),
                phone.filter(number -> called).orElse(null),
                member.vitalStatus,
                member.guardianshipAbility,
                member.guardianshipAbilityReason,
                member.isAway,
                member.workPlaceCode,
                member.workPlaceText,
                member.awaySince,
                womensCategories);
    }

    @Override
    public String toString() {
        return "***";
    }
}
