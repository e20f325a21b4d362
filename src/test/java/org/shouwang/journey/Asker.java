package org.shouwang.journey;

import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.RolePosts;

/**
 * Who asks in the matrix: somebody whose only post has this role.
 *
 * @param inside whether the post reaches the place that is asked for
 */
record Asker(RoleCode role, boolean inside) {

    boolean may(Right right) {
        return RolePosts.rights(role).contains(right);
    }

    boolean mayHere(Right right) {
        return inside && may(right);
    }
}
