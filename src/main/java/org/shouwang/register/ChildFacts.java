package org.shouwang.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * What other rooms need to know of a child.
 *
 * @param areaCode where the child lives now; the scope of all that belongs to it
 * @param birthDate null while only the year of birth is known
 */
public record ChildFacts(
        UUID id,
        UUID householdId,
        AreaCode areaCode,
        RiskLevel riskLevel,
        FileStatus fileStatus,
        @Nullable LocalDate birthDate) {}
