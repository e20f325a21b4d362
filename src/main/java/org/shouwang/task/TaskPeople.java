package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Posts;
import org.shouwang.staff.Posts.Holder;

/** Who is to be told of a task, read on the reactive pool before a session opens. */
@Singleton
class TaskPeople {

    private static final RoleCode STAND_IN = RoleCode.TOWNSHIP_WOMENS_CHAIR;

    static final Set<RoleCode> ABOVE = Stream.of(
                    Stream.of(LadderStep.values()).flatMap(step -> step.role().stream()),
                    Stream.of(CaseOwner.values()).map(CaseOwner::lead),
                    Stream.of(STAND_IN))
            .flatMap(roles -> roles)
            .collect(Collectors.toUnmodifiableSet());

    private final Posts posts;

    TaskPeople(Posts posts) {
        this.posts = posts;
    }

    /** The new assignee of a reassignment; whoever coordinates, or else the county, of a return; nobody for the rest. */
    Uni<List<Holder>> concerned(TaskAction action, AreaCode area) {
        if (action instanceof TaskAction.Reassign reassign) {
            return posts.inForce(List.of(reassign.assigneeAppointmentId())).map(found -> List.copyOf(found.values()));
        }
        if (action.kind() == TaskAction.Kind.RETURN) {
            return above(area).map(TaskPeople::nearestAbove);
        }
        return Uni.createFrom().item(List.of());
    }

    /** Holders of the posts above the assignee that hold at this place. */
    Uni<List<Holder>> above(AreaCode area) {
        return posts.at(area, ABOVE);
    }

    /** Whoever coordinates, or else the county. */
    static List<Holder> nearestAbove(List<Holder> holders) {
        List<Holder> coordinators = of(LadderStep.COORDINATOR, holders);
        return coordinators.isEmpty() ? of(LadderStep.COUNTY, holders) : coordinators;
    }

    /**
     * Whom a level tells in the township that goes no further up: while nobody coordinates, the township's women's chair,
     * who may give the task to somebody. Else nobody there would hear of it.
     */
    static List<Holder> inTownship(List<Holder> holders) {
        List<Holder> coordinators = of(LadderStep.COORDINATOR, holders);
        return coordinators.isEmpty()
                ? holders.stream()
                        .filter(holder -> holder.post().role() == STAND_IN)
                        .toList()
                : coordinators;
    }

    static List<Holder> of(RoleCode role, List<Holder> holders) {
        return holders.stream().filter(holder -> holder.post().role() == role).toList();
    }

    static List<Holder> of(LadderStep step, List<Holder> holders) {
        return holders.stream()
                .filter(holder ->
                        step.role().filter(holder.post().role()::equals).isPresent())
                .toList();
    }
}
