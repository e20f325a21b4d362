package org.shouwang.register.household;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.SexCode;

/**
 * What other rooms need to know of a grown-up of a household.
 *
 * @param areaCode where the household lives now
 * @param birthDate null while it is not known
 */
public record MemberFacts(
        UUID id,
        UUID householdId,
        AreaCode areaCode,
        SexCode sexCode,
        @Nullable LocalDate birthDate) {}
