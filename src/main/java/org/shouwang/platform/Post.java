package org.shouwang.platform;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One appointment of a caller, resolved: the post, the areas it covers today (hosted areas left out) and what it allows
 * there.
 *
 * @param access the rights of the role, each with the classes of fields that it shows or takes
 */
public record Post(UUID appointmentId, RoleCode role, AreaRanges areas, Map<Right, Set<FieldClass>> access) {

    public Set<Right> rights() {
        return access.keySet();
    }

    /** Whether it stands above all areas: a post of the whole instance, which only administrators hold. */
    public boolean isOfInstance() {
        return areas.equals(AreaRanges.EVERYWHERE);
    }

    public boolean has(Right right) {
        return access.containsKey(right);
    }

    public boolean allows(Right right, AreaCode at) {
        return has(right) && areas.contains(at);
    }

    /** Whether the right reaches fields of this class, wherever it holds. */
    public boolean reaches(Right right, FieldClass fields) {
        return access.getOrDefault(right, Set.of()).contains(fields);
    }
}
