package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.task.HomeAreas;

/** Tells the tasks where a children's home is. */
@Singleton
class AreasOfHomes implements HomeAreas {

    private final HomeRepository homes;

    AreasOfHomes(HomeRepository homes) {
        this.homes = homes;
    }

    @Override
    public Uni<Map<UUID, AreaCode>> of(Collection<UUID> homeIds) {
        return homes.list("id in ?1", homeIds)
                .map(found -> found.stream().collect(Collectors.toMap(home -> home.id, home -> home.areaCode)));
    }
}
