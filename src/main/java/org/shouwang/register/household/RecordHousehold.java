package org.shouwang.register.household;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Caller;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.Stored;

/** Records a household once; repeating it answers the household as it is now, also when both arrive together. */
@Singleton
class RecordHousehold {

    private final Areas areas;
    private final HouseholdEntry entry;

    RecordHousehold(Areas areas, HouseholdEntry entry) {
        this.areas = areas;
        this.entry = entry;
    }

    Uni<Result<Stored<HouseholdView>>> record(UUID id, HouseholdForm form, Caller caller) {
        return areas.today(List.of(form.areaCode()))
                .map(found -> found.values().stream()
                        .filter(place -> place.level() == AreaLevel.VILLAGE)
                        .map(Areas.Place::code)
                        .findFirst())
                .chain(village -> Races.again(() -> entry.enter(id, form, village, caller)));
    }
}
