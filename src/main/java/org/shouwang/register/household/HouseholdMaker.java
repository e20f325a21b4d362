package org.shouwang.register.household;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.secret.IdentityNumber;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.KeyedHash.Hashes;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.register.SealedFields;
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
        Household household = new Household(birth, form.clientTime(), form.deviceId());
        write(household, form);
        return household;
    }

    /** Makes the household say what the form says; a ciphertext of the same value stays as it is. */
    void write(Household household, HouseholdForm form) {
        household.headName = form.headName().strip();
        PhoneNumber.parse(form.phone()).ifPresent(phone -> call(household, phone));
        household.addressCipher = Objects.requireNonNull(sealed.keep(
                Column.HOUSEHOLD_ADDRESS,
                household.id,
                household.addressCipher,
                form.address().strip()));
        household.hamlet = form.hamlet().strip();
        household.incomeSources = names(form.incomeSources());
        household.aidTypes = names(form.aidTypes());
    }

    private void call(Household household, PhoneNumber phone) {
        household.phoneCipher = sealed.keep(Column.HOUSEHOLD_PHONE, household.id, household.phoneCipher, phone.value());
        Hashes found = hashes.all(phone);
        household.phoneHash = found.hash();
        household.phoneHashNext = found.next();
    }

    /** In the order of their ids, as they are read again. */
    List<HouseholdMember> members(UUID householdId, HouseholdForm form, LocalDate today) {
        return form.members().stream()
                .sorted(Comparator.comparing(member -> member.id().toString()))
                .map(member -> member(householdId, member, today))
                .toList();
    }

    HouseholdMember member(UUID householdId, HouseholdForm.Member form, LocalDate today) {
        HouseholdMember member = new HouseholdMember(form.id(), householdId);
        write(member, form, today);
        return member;
    }

    /** Makes the member what the form says. */
    void write(HouseholdMember member, HouseholdForm.Member form, LocalDate today) {
        member.fullName = form.fullName().strip();
        member.sexCode = form.sexCode();
        member.birthDate = form.birthDate();
        numbers(member, form, today);
        member.vitalStatus = form.vitalStatus();
        member.guardianshipAbility = form.guardianshipAbility();
        member.guardianshipAbilityReason = form.guardianshipAbilityReason();
        member.isAway = form.isAway();
        member.workPlaceCode = form.workPlaceCode();
        member.workPlaceText = form.workPlaceText();
        member.awaySince = form.awaySince();
    }

    private void numbers(HouseholdMember member, HouseholdForm.Member form, LocalDate today) {
        Optional.ofNullable(form.idNumber())
                .flatMap(text -> IdentityNumber.parse(text, today))
                .ifPresent(number -> {
                    member.idNumberCipher =
                            sealed.keep(Column.MEMBER_ID_NUMBER, member.id, member.idNumberCipher, number.value());
                    Hashes found = hashes.all(number);
                    member.idNumberHash = found.hash();
                    member.idNumberHashNext = found.next();
                });
        Optional.ofNullable(form.phone()).flatMap(PhoneNumber::parse).ifPresent(phone -> {
            member.phoneCipher = sealed.keep(Column.MEMBER_PHONE, member.id, member.phoneCipher, phone.value());
            Hashes found = hashes.all(phone);
            member.phoneHash = found.hash();
            member.phoneHashNext = found.next();
        });
    }

    private static String[] names(List<? extends Enum<?>> codes) {
        return Stream.of(codes.toArray(Enum<?>[]::new))
                .map(Enum::name)
                .distinct()
                .toArray(String[]::new);
    }
}
