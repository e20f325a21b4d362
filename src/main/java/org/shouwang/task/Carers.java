package org.shouwang.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
                        there.getOrDefault(area, List.of()).stream().filter(Carers::directs))
                .filter(one -> AssignRules.mayWork(Optional.of(one), area))
                .findFirst();
    }

    /** Whoever coordinates there, or else the county. */
    public List<Holder> above(AreaCode area) {
        return TaskPeople.nearestAbove(there.getOrDefault(area, List.of()));
    }

    /** The posts to which work may be given. */
    public Set<UUID> posts() {
        return Stream.concat(
                        held.keySet().stream(),
                        there.values().stream()
                                .flatMap(List::stream)
                                .filter(Carers::directs)
                                .map(Carers::post))
                .collect(Collectors.toSet());
    }

    /** Without those whose post has ended since. */
    public Carers keeping(Set<UUID> kept) {
        return new Carers(
                there.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, here -> here.getValue().stream()
                        .filter(one -> !directs(one) || kept.contains(post(one)))
                        .toList())),
                held.entrySet().stream()
                        .filter(one -> kept.contains(post(one.getValue())))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static boolean directs(Holder one) {
        return one.post().role() == RoleCode.CHILDREN_DIRECTOR;
    }

    private static UUID post(Holder one) {
        return one.post().appointmentId();
    }
}
