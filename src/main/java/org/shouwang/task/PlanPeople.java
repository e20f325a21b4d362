package org.shouwang.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.task.plan.FollowUpLooks.Due;
import org.shouwang.task.plan.Followed;

/** Who works where the children live that are planned together. */
record PlanPeople(Map<UUID, Due> children, Carers carers) {

    Optional<Holder> carer(Followed child) {
        UUID responsible = Optional.ofNullable(children.get(child.childId()))
                .map(Due::responsible)
                .orElse(null);
        return carers.of(responsible, child.areaCode());
    }

    /** Without those whose post has ended since. */
    PlanPeople keeping(Set<UUID> kept) {
        return new PlanPeople(children, carers.keeping(kept));
    }

    List<Holder> above(Followed child) {
        return carers.above(child.areaCode());
    }

    /** Nobody asks for what a rule asks: it is given in the name of whoever coordinates, or else of who gets it. */
    Optional<Holder> assigner(Followed child) {
        return above(child).stream().findFirst().or(() -> carer(child));
    }
}
