package org.shouwang.register.child;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.SexCode;

/**
 * What another room may show of a person to somebody who reads no file, as far as it is known.
 *
 * @param birthYear where the day is not known
 * @param contactName whom to call about a child: who cares for it; of a member of a household the member
 * @param contactPhone of that person; of a child else the household's
 */
public record PersonCard(
        UUID id,
        String fullName,
        SexCode sexCode,
        @Nullable LocalDate birthDate,
        @Nullable Integer birthYear,
        @Nullable String idNumber,
        @Nullable String address,
        @Nullable String contactName,
        @Nullable String contactPhone) {

    @Override
    public String toString() {
        return "***";
    }
}
