package org.shouwang.activity;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A stored home as the form that would register it, under the code of the village where it was registered. */
final class StoredHome {

    private StoredHome() {}

    static HomeForm form(ChildrensHome home, HomeDetails lists) {
        return new HomeForm(
                home.name,
                home.homeCode,
                home.recordedAreaCode,
                home.address,
                home.homeType,
                home.openedOn,
                home.status,
                home.indoorM2,
                home.outdoorM2,
                codes(home.zones, HomeZone::valueOf),
                codes(home.functions, HomeFunction::valueOf),
                home.geoLat,
                home.geoLng,
                home.bookCount,
                home.hasSign,
                home.rulesPosted,
                home.hoursPosted,
                home.childrenServed,
                lists.equipment(),
                lists.openingHours(),
                lists.staff(),
                lists.safetyChecks(),
                lists.funds(),
                home.clientTime,
                home.deviceId);
    }

    private static <E> List<E> codes(String[] names, Function<String, E> reader) {
        return Stream.of(names).map(reader).toList();
    }
}
