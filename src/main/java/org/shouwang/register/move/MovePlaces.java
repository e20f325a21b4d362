package org.shouwang.register.move;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.area.Areas;
import org.shouwang.area.Areas.Place;
import org.shouwang.platform.AreaCode;

/** What is known around a request before its transaction opens. */
@Singleton
class MovePlaces {

    private final Areas areas;
    private final MovePeople people;

    MovePlaces(Areas areas, MovePeople people) {
        this.areas = areas;
        this.people = people;
    }

    /**
     * Both villages and who answers for them.
     *
     * @param receiving what the code stands for today, empty when it is no area
     */
    record Around(Optional<Place> receiving, MovePeople.Around people) {}

    Uni<Around> around(Optional<AreaCode> leaving, AreaCode to) {
        return areas.today(List.of(to))
                .map(found -> Optional.ofNullable(found.get(to)))
                .chain(place -> people.around(Stream.concat(leaving.stream(), place.map(Place::code).stream())
                                .toList())
                        .map(holders -> new Around(place, holders)));
    }
}
