package org.shouwang.staff;

import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;

/** Posts with the rights that their roles have in the packaged table. */
public final class RolePosts {

    private static final AccessTable TABLE = new AccessTable();

    private RolePosts() {}

    public static Set<Right> rights(RoleCode role) {
        return TABLE.of(role).keySet();
    }

    public static Post post(UUID appointment, RoleCode role, AreaRanges areas) {
        return new Post(appointment, role, areas, TABLE.of(role));
    }

    public static Post post(RoleCode role, AreaRanges areas) {
        return post(UUID.randomUUID(), role, areas);
    }
}
