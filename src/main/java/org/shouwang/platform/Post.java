package org.shouwang.platform;

import java.util.Set;
import java.util.UUID;

/**
 * One appointment of a caller, resolved: the post, the areas it covers today (hosted areas left out) and what it allows
 * there.
 */
public record Post(UUID appointmentId, RoleCode role, AreaRanges areas, Set<Right> rights) {

    public boolean allows(Right right, AreaCode at) {
        return rights.contains(right) && areas.contains(at);
    }
}
