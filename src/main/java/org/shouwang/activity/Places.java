package org.shouwang.activity;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.problem.Violation;

/** Asks, in the transaction of the use case, whether what a form refers to exists. */
final class Places {

    private static final String ORGANISATION = "select count(*) from organisation where id = :id";

    private static final String WORKERS = "select count(*) from worker where id in (:ids)";

    private Places() {}

    /** Records belong to a village or community: every place lies in one, and scopes of the feed are made of them. */
    static List<Violation> village(AreaCode sent, Areas.@Nullable Place today) {
        return today != null && today.level() == AreaLevel.VILLAGE
                ? List.of()
                : List.of(Violation.of("areaCode", "village-needed", sent.toString()));
    }

    /** Whether all who are named are workers of this instance. */
    static Uni<List<Violation>> workers(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WORKERS, Long.class)
                        .setParameter("ids", ids)
                        .getSingleResult())
                .map(found -> found == ids.size() ? List.of() : List.of(Violation.of("staff", "home-staff")));
    }

    static Uni<List<Violation>> organisation(@Nullable UUID id) {
        if (id == null) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ORGANISATION, Long.class)
                        .setParameter("id", id)
                        .getSingleResult())
                .map(found ->
                        found > 0 ? List.of() : List.of(Violation.of("organiserOrganisationId", "activity-organiser")));
    }
}
