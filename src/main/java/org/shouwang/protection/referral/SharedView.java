package org.shouwang.protection.referral;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.SexCode;
import org.shouwang.register.child.PersonCard;

/** What a receiver is shown of the person, and no more than the kind of service needs. */
@Schema(name = "ReferredPerson")
record SharedView(
        @Nullable String fullName,
        @Nullable String givenName,
        @Nullable SexCode sexCode,
        @Nullable LocalDate birthDate,

        @Schema(description = "Completed years; instead of the day of birth") @Nullable
        Integer age,

        @Nullable String idNumber,
        @Nullable String address,

        @Schema(description = "Who cares for a child") @Nullable
        String contactName,

        @Nullable String contactPhone) {

    static SharedView of(PersonCard card, Set<SharedFact> facts, LocalDate today) {
        return new SharedView(
                facts.contains(SharedFact.FULL_NAME) ? card.fullName() : null,
                facts.contains(SharedFact.GIVEN_NAME) ? GivenName.of(card.fullName()) : null,
                facts.contains(SharedFact.SEX) ? card.sexCode() : null,
                facts.contains(SharedFact.BIRTH_DATE) ? card.birthDate() : null,
                facts.contains(SharedFact.AGE) || (facts.contains(SharedFact.BIRTH_DATE) && card.birthDate() == null)
                        ? age(card, today)
                        : null,
                facts.contains(SharedFact.ID_NUMBER) ? card.idNumber() : null,
                facts.contains(SharedFact.ADDRESS) ? card.address() : null,
                facts.contains(SharedFact.CONTACT) ? card.contactName() : null,
                facts.contains(SharedFact.CONTACT) ? card.contactPhone() : null);
    }

    private static @Nullable Integer age(PersonCard card, LocalDate today) {
        LocalDate born = card.birthDate();
        Integer year = card.birthYear();
        if (born != null) {
            return Period.between(born, today).getYears();
        }
        return year == null ? null : Integer.valueOf(today.getYear() - year);
    }

    @Override
    public String toString() {
        return "***";
    }
}
