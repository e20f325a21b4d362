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

/** Townships with a coordinator (乡镇（街道）儿童督导员配备率; 民发〔2019〕34号). */
@Singleton
class TownshipCoordinators implements Formula {

    private final StaffedAreas staffed;

    TownshipCoordinators(StaffedAreas staffed) {
        this.staffed = staffed;
    }

    @Override
    public String id() {
        return "township-coordinators";
    }

    @Override
    public Uni<Map<AreaCode, Count>> count(Ground ground, Span span) {
        return staffed.on(ground.ranges(), RoleCode.TOWNSHIP_COORDINATOR, span.on())
                .map(there -> ground.of(AreaLevel.TOWNSHIP).stream()
                        .collect(Collectors.toMap(Function.identity(), area -> Count.of(there.contains(area)))));
    }
}
