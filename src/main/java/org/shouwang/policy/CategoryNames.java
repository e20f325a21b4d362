package org.shouwang.policy;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.platform.feed.CodeLists;
import org.shouwang.platform.openapi.SchemaName;

/** The categories of children, from the code lists of all rooms: this room knows them by their names only. */
@Singleton
class CategoryNames {

    private static final String LIST = "CategoryCode";

    private final Set<String> known;
    private final Set<String> restricted;

    CategoryNames(@All List<CodeLists> rooms, RestrictedCodes restricted) {
        this.restricted = restricted.categories();
        this.known = rooms.stream()
                .flatMap(room -> room.lists().stream())
                .filter(list -> SchemaName.of(list).equals(LIST))
                .flatMap(list -> Stream.of(list.getEnumConstants()))
                .map(Enum::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<String> known() {
        return known;
    }

    /** Those of class R. */
    Set<String> restricted() {
        return restricted;
    }
}
