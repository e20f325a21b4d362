package org.shouwang.staff;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.feed.CodeLists;

/** The codes of posts and areas. */
@Singleton
class StaffCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(RoleCode.class, AreaLevel.class);
    }
}
