package org.shouwang.register.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * A danger that an assessment's emergency screen tells of. All of it is of class R.
 *
 * @param incidentId the id under which the incident is to be known: the assessor is answered with it
 * @param areaCode where the child lives
 * @param discoveredAt the latest moment at which it can have been seen
 */
public record Emergency(
        UUID assessmentId,
        UUID incidentId,
        UUID childId,
        AreaCode areaCode,
        @Nullable LocalDate birthDate,
        Set<EmergencySign> signs,
        Instant discoveredAt) {

    public Emergency {
        signs = Set.copyOf(signs);
    }

    @Override
    public String toString() {
        return "***";
    }
}
