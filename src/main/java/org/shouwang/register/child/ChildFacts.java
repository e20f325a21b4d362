package org.shouwang.register.child;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * What other rooms need to know of a child.
 *
 * @param householdId null while the household is not known
 * @param areaCode where the child lives now; the scope of all that belongs to it
 * @param riskLevel {@code HIGH} as long as nobody has assessed the child: what is not known is not harmless
 * @param responsibleAppointmentId who looks after the child, null where nobody does
 * @param birthDate null while only the year of birth is known
 */
public record ChildFacts(
        UUID id,
        @Nullable UUID householdId,
        AreaCode areaCode,
        RiskLevel riskLevel,
        FileStatus fileStatus,
        @Nullable UUID responsibleAppointmentId,
        @Nullable LocalDate birthDate) {}
