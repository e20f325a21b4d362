package org.shouwang.register.household;

import java.util.List;
import java.util.stream.Stream;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SealedFields.Column;

/** A stored household as the form that would make it, so that an edit is judged by the rules of a new one. */
final class StoredHousehold {

    private StoredHousehold() {}

    static HouseholdForm form(Household household, List<HouseholdMember> members, SealedFields sealed) {
        return new HouseholdForm(
                household.headName,
                sealed.find(Column.HOUSEHOLD_PHONE, household.id, household.phoneCipher)
                        .orElse(""),
                sealed.open(Column.HOUSEHOLD_ADDRESS, household.id, household.addressCipher),
                household.hamlet,
                household.areaCode,
                Stream.of(household.incomeSources).map(IncomeSource::valueOf).toList(),
                Stream.of(household.aidTypes).map(AidType::valueOf).toList(),
                members.stream().map(member -> member(member, sealed)).toList(),
                household.clientTime,
                household.deviceId);
    }

    private static HouseholdForm.Member member(HouseholdMember member, SealedFields sealed) {
        return new HouseholdForm.Member(
                member.id,
                member.fullName,
                member.sexCode,
                member.birthDate,
                sealed.find(Column.MEMBER_ID_NUMBER, member.id, member.idNumberCipher)
                        .orElse(null),
                sealed.find(Column.MEMBER_PHONE, member.id, member.phoneCipher).orElse(null),
                member.vitalStatus,
                member.guardianshipAbility,
                member.guardianshipAbilityReason,
                member.isAway,
                member.workPlaceCode,
                member.workPlaceText,
                member.awaySince);
    }
}
