package org.shouwang.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.platform.AreaCode;
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
        UUID responsible = Optional.ofNullable(children.get(child.childId()))
                .map(Due::responsible)
                .orElse(null);
        return new Carers(there, held).of(responsible, child.areaCode());
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
