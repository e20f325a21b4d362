package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.StaffedAreas;

/** Villages with a children's director (村（社区）儿童主任配备率; 未成年人保护法 art. 43). */
@Singleton
class ChildrenDirectors implements Formula {

    private final StaffedAreas staffed;

    ChildrenDirectors(StaffedAreas staffed) {
        this.staffed = staffed;
    }

    @Override
    public String id() {
        return "children-directors";
    }

    @Override
    public Uni<Map<AreaCode, Count>> count(Ground ground, Span span) {
        return staffed.on(ground.ranges(), RoleCode.CHILDREN_DIRECTOR, span.on())
                .map(there -> ground.of(AreaLevel.VILLAGE).stream()
                        .collect(Collectors.toMap(Function.identity(), area -> Count.of(there.contains(area)))));
    }
}
