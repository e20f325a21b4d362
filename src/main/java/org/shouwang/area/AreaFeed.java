package org.shouwang.area;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ReferenceFeed;

/** The villages of the caller's posts and all areas above them, ended ones too: records name them. */
@Singleton
class AreaFeed implements ReferenceFeed {

    private final AreaRepository areas;

    AreaFeed(AreaRepository areas) {
        this.areas = areas;
    }

    @Override
    public String kind() {
        return "area";
    }

    @Override
    public String schema() {
        return "Area";
    }

    @Override
    public Uni<List<Reference>> load(Caller caller) {
        return areas.withAllAbove(caller.where(Right.SYNC)).map(found -> found.stream()
                .map(area -> new Reference(id(area.areaCode()), area))
                .toList());
    }

    /** The code itself as the last twelve digits, so that a phone finds an area by its code. */
    static UUID id(AreaCode code) {
        return UUID.fromString("00000000-0000-0000-0000-" + code);
    }
}
