package org.shouwang.register.move;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Posts;
import org.shouwang.staff.Posts.Holder;

/** Who answers for villages, read on the reactive pool before a session opens. */
@Singleton
class MovePeople {

    /** All: whoever holds a post in both villages keeps what is done for the children. */
    private static final Set<RoleCode> ROLES = Set.of(RoleCode.values());

    private final Posts posts;

    MovePeople(Posts posts) {
        this.posts = posts;
    }

    /** Holders by village. */
    record Around(Map<AreaCode, List<Holder>> holders) {

        /** The director; while that post is vacant the coordinator, else the county. */
        List<Holder> asked(@Nullable AreaCode village) {
            return first(village, RoleCode.CHILDREN_DIRECTOR, RoleCode.TOWNSHIP_COORDINATOR);
        }

        /** Who coordinates; while that post is vacant the county. */
        List<Holder> coordinators(@Nullable AreaCode village) {
            return first(village, RoleCode.TOWNSHIP_COORDINATOR);
        }

        List<Holder> county(@Nullable AreaCode village) {
            return of(village, RoleCode.COUNTY_CIVIL_AFFAIRS);
        }

        /** Who works there. */
        GoesWithChild.Staff staff(AreaCode village) {
            Optional<Holder> coordinator =
                    of(village, RoleCode.TOWNSHIP_COORDINATOR).stream().findFirst();
            return new GoesWithChild.Staff(
                    of(village, RoleCode.CHILDREN_DIRECTOR).stream().findFirst().or(() -> coordinator),
                    coordinator,
                    holders.getOrDefault(village, List.of()).stream()
                            .map(holder -> holder.post().appointmentId())
                            .collect(Collectors.toSet()));
        }

        private List<Holder> first(@Nullable AreaCode village, RoleCode... roles) {
            for (RoleCode role : roles) {
                List<Holder> found = of(village, role);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return county(village);
        }

        private List<Holder> of(@Nullable AreaCode village, RoleCode role) {
            return village == null
                    ? List.of()
                    : holders.getOrDefault(village, List.of()).stream()
                            .filter(holder -> holder.post().role() == role)
                            .toList();
        }
    }

    Uni<Around> around(Collection<AreaCode> villages) {
        return posts.at(villages, ROLES).map(Around::new);
    }
}
