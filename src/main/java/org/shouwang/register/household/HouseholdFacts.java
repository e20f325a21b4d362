package org.shouwang.register.household;

import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;

/** What other rooms need to know of a household. */
public record HouseholdFacts(UUID id, AreaCode areaCode, Set<UUID> memberIds) {

    public HouseholdFacts {
        memberIds = Set.copyOf(memberIds);
    }
}
