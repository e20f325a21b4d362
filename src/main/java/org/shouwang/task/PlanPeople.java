package org.shouwang.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.task.plan.FollowUpLooks.Due;
import org.shouwang.task.plan.Followed;

/**
 * Who works where the children live that are planned together.
 *
 * @param held the posts that look after them, as far as they are in force
 */
record PlanPeople(Map<UUID, Due> children, Map<AreaCode, List<Holder>> there, Map<UUID, Holder> held) {

    /** Whoever looks after the child, else directs the village: the first who may work there. */
    Optional<Holder> carer(Followed child) {
        return Stream.concat(
                        Stream.ofNullable(children.get(child.childId()))
                                .flatMap(due -> Stream.ofNullable(due.responsible()))
                                .flatMap(post -> Stream.ofNullable(held.get(post))),
                        there(child).filter(PlanPeople::directs))
                .filter(one -> AssignRules.mayWork(Optional.of(one), child.areaCode()))
                .findFirst();
    }

    /** The posts to which work may be given. */
    Set<UUID> carers() {
        return Stream.concat(
                        held.keySet().stream(),
                        there.values().stream()
                                .flatMap(List::stream)
                                .filter(PlanPeople::directs)
                                .map(one -> one.post().appointmentId()))
                .collect(Collectors.toSet());
    }

    /** Without those whose post has ended since. */
    PlanPeople keeping(Set<UUID> kept) {
        Predicate<Holder> stays = one -> kept.contains(one.post().appointmentId());
        return new PlanPeople(
                children,
                there.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, here -> here.getValue().stream()
                        .filter(one -> !directs(one) || stays.test(one))
                        .toList())),
                held.entrySet().stream()
                        .filter(one -> stays.test(one.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static boolean directs(Holder one) {
        return one.post().role() == RoleCode.CHILDREN_DIRECTOR;
    }

    List<Holder> above(Followed child) {
        return TaskPeople.nearestAbove(there(child).toList());
    }

    /** Nobody asks for what a rule asks: it is given in the name of whoever coordinates, or else of who gets it. */
    Optional<Holder> assigner(Followed child) {
        return above(child).stream().findFirst().or(() -> carer(child));
    }

    private Stream<Holder> there(Followed child) {
        return there.getOrDefault(child.areaCode(), List.of()).stream();
    }
}
