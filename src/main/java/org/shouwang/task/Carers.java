package org.shouwang.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Posts.Holder;

/**
 * Who is given what the rules ask for a child.
 *
 * @param there holders of the {@link #ROLES} at each place
 * @param held the posts that look after the children, as far as they are in force
 */
public record Carers(Map<AreaCode, List<Holder>> there, Map<UUID, Holder> held) {

    /** Whoever may get it, and those above. */
    public static final Set<RoleCode> ROLES = WhoFollows.ROLES;

    /** Whoever looks after the child, else directs the village: the first who may work there. */
    public Optional<Holder> of(@Nullable UUID responsible, AreaCode area) {
        return Stream.concat(
                        Stream.ofNullable(responsible).flatMap(post -> Stream.ofNullable(held.get(post))),
                        there.getOrDefault(area, List.of()).stream()
                                .filter(one -> one.post().role() == RoleCode.CHILDREN_DIRECTOR))
                .filter(one -> AssignRules.mayWork(Optional.of(one), area))
                .findFirst();
    }

    /** Whoever coordinates there, or else the county. */
    public List<Holder> above(AreaCode area) {
        return TaskPeople.nearestAbove(there.getOrDefault(area, List.of()));
    }
}
