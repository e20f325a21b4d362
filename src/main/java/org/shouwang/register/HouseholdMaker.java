package org.shouwang.register;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.secret.IdentityNumber;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.KeyedHash.Hashes;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.register.SealedFields.Column;

/** Makes a household and its members out of a form that keeps the rules, with their numbers and address closed. */
@Singleton
class HouseholdMaker {

    private final SealedFields sealed;
    private final KeyedHash hashes;

    HouseholdMaker(SealedFields sealed, KeyedHash hashes) {
        this.sealed = sealed;
        this.hashes = hashes;
    }

    Household household(Birth birth, HouseholdForm form) {
        PhoneNumber phone = PhoneNumber.parse(form.phone()).orElseThrow();
        Household household = new Household(birth, form.clientTime(), form.deviceId());
        household.headName = form.headName().strip();
        household.phoneCipher = sealed.close(Column.HOUSEHOLD_PHONE, birth.id(), phone.value());
        Hashes found = hashes.all(phone);
        household.phoneHash = found.hash();
        household.phoneHashNext = found.next();
        household.addressCipher = sealed.close(
                Column.HOUSEHOLD_ADDRESS, birth.id(), form.address().strip());
        household.hamlet = form.hamlet().strip();
        household.incomeSources = names(form.incomeSources());
        household.aidTypes = names(form.aidTypes());
        return household;
    }

    /** In the order of their ids, as they are read again. */
    List<HouseholdMember> members(UUID householdId, HouseholdForm form, LocalDate today) {
        return form.members().stream()
                .sorted(Comparator.comparing(member -> member.id().toString()))
                .map(member -> member(householdId, member, today))
                .toList();
    }

    private HouseholdMember member(UUID householdId, HouseholdForm.Member form, LocalDate today) {
        HouseholdMember member = new HouseholdMember(form.id(), householdId);
        member.fullName = form.fullName().strip();
        member.sexCode = form.sexCode();
        member.birthDate = form.birthDate();
        Optional.ofNullable(form.idNumber())
                .flatMap(text -> IdentityNumber.parse(text, today))
                .ifPresent(number -> {
                    member.idNumberCipher = sealed.close(Column.MEMBER_ID_NUMBER, form.id(), number.value());
                    Hashes found = hashes.all(number);
                    member.idNumberHash = found.hash();
                    member.idNumberHashNext = found.next();
                });
        Optional.ofNullable(form.phone()).flatMap(PhoneNumber::parse).ifPresent(phone -> {
            member.phoneCipher = sealed.close(Column.MEMBER_PHONE, form.id(), phone.value());
            Hashes found = hashes.all(phone);
            member.phoneHash = found.hash();
            member.phoneHashNext = found.next();
        });
        member.vitalStatus = form.vitalStatus();
        member.guardianshipAbility = form.guardianshipAbility();
        member.guardianshipAbilityReason = form.guardianshipAbilityReason();
        member.isAway = form.isAway();
        member.workPlaceCode = form.workPlaceCode();
        member.workPlaceText = form.workPlaceText();
        member.awaySince = form.awaySince();
        return member;
    }

    private static String[] names(List<? extends Enum<?>> codes) {
        return Stream.of(codes.toArray(Enum<?>[]::new))
                .map(Enum::name)
                .distinct()
                .toArray(String[]::new);
    }
}
