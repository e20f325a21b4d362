package org.shouwang.task.campaign;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.staff.RunArea;
import org.shouwang.staff.RunAreas;

/** What the areas mean that a campaign names. Runs on the reactive pool. */
@Singleton
class CampaignPlaces {

    private final Areas areas;
    private final RunAreas run;
    private final Clock clock;

    CampaignPlaces(Areas areas, RunAreas run, Clock clock) {
        this.areas = areas;
        this.run = run;
        this.clock = clock;
    }

    /** What the codes stand for today, as far as they stand for anything, by the code that was named. */
    Uni<Map<AreaCode, Areas.Place>> today(Collection<AreaCode> named) {
        return areas.today(named);
    }

    /**
     * Where a campaign holds that is begun under a post: the areas with all below, and what they run elsewhere (托管), as far as the
     * post reaches. What another authority runs for them is not theirs.
     */
    Uni<AreaRanges> ranges(Collection<Areas.Place> places, Post post) {
        AreaRanges below = places.stream()
                .map(place -> place.code().range(place.level()))
                .reduce(AreaRanges.NONE, AreaRanges::union);
        return run.townshipsAndVillages(post.areas(), LocalDays.today(clock))
                .map(all -> hosted(all, places).reduce(below, AreaRanges::union).intersect(post.areas()));
    }

    private static Stream<AreaRanges> hosted(List<RunArea> all, Collection<Areas.Place> places) {
        return all.stream()
                .filter(area -> places.stream().anyMatch(place -> area.isIn(place.code())))
                .map(area -> Objects.requireNonNull(area.place().area()).range(area.level()));
    }
}
