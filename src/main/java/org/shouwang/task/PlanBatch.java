package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.platform.LocalDays;
import org.shouwang.policy.FollowUpPolicies;
import org.shouwang.policy.WorkCalendars;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.task.plan.FollowUpFacts;
import org.shouwang.task.plan.FollowUpLooks;
import org.shouwang.task.plan.FollowUpLooks.Due;
import org.shouwang.task.plan.FollowUpPlan;
import org.shouwang.task.plan.Followed;
import org.shouwang.task.plan.Replan;
import org.shouwang.task.plan.Standing;
import org.shouwang.task.plan.Wanted;
import org.shouwang.visit.ChildTurns;

/**
 * One transaction of {@link PlanFollowUps}. Posts come first, since whoever ends one holds it before the files and tasks that belong
 * to it. Facts are read after the tasks are locked: what a visit has settled meanwhile is known then, and what settles later finds
 * the tasks as they are planned here.
 */
@Singleton
class PlanBatch {

    private final PostsInOffice posts;
    private final FollowUpLooks looks;
    private final FollowUpFacts facts;
    private final ChildTurns turns;
    private final TaskRepository tasks;
    private final FollowUpPolicies policies;
    private final WorkCalendars calendars;
    private final WritePlan write;

    PlanBatch(
            PostsInOffice posts,
            FollowUpLooks looks,
            FollowUpFacts facts,
            ChildTurns turns,
            TaskRepository tasks,
            FollowUpPolicies policies,
            WorkCalendars calendars,
            WritePlan write) {
        this.posts = posts;
        this.looks = looks;
        this.facts = facts;
        this.turns = turns;
        this.tasks = tasks;
        this.policies = policies;
        this.calendars = calendars;
        this.write = write;
    }

    /** Answers how many of the children were planned. */
    Uni<Integer> plan(Collection<Due> due, PlanPeople people, Instant now) {
        return tasks.holdersOfPlanned(due.stream().map(Due::childId).toList())
                .map(holders -> {
                    holders.addAll(people.carers().posts());
                    return holders;
                })
                .chain(posts::kept)
                .chain(kept -> looks.claim(due, now)
                        .chain(claimed -> claimed.isEmpty()
                                ? Uni.createFrom().item(0)
                                : plan(claimed, people.keeping(kept.keySet()), now)
                                        .replaceWith(claimed.size())));
    }

    private Uni<Void> plan(List<Due> claimed, PlanPeople people, Instant now) {
        List<UUID> children = claimed.stream().map(Due::childId).toList();
        return turns.take(children)
                .chain(() -> tasks.openPlanned(children))
                .chain(open -> facts.of(children, LocalDays.of(now)).chain(found -> planned(found, open, people, now)))
                .chain(() -> tasks.wakeLateLadders(
                        claimed.stream().filter(Due::byRules).map(Due::childId).toList(), now));
    }

    private Uni<Void> planned(List<Followed> children, List<Task> open, PlanPeople people, Instant now) {
        Map<UUID, List<Task>> known = byChild(open);
        Map<UUID, List<Wanted>> wanted = new HashMap<>();
        for (Followed child : children) {
            FollowUpPlan.Rules rules =
                    new FollowUpPlan.Rules(policies.at(child.areaCode()), calendars.at(child.areaCode()));
            List<Standing> standing = standing(known, child.childId(), Map.of());
            wanted.put(child.childId(), FollowUpPlan.of(child, rules, standing, now));
        }
        return over(wanted)
                .invoke(over -> byChild(over)
                        .forEach((child, more) ->
                                known.merge(child, more, (some, others) -> Stream.concat(some.stream(), others.stream())
                                        .toList())))
                .chain(() -> facts.moments(leftBehind(open, wanted)))
                .chain(begun -> write.write(
                        children.stream()
                                .map(child -> {
                                    UUID id = child.childId();
                                    return new ChildPlan(
                                            child,
                                            Replan.of(wanted.getOrDefault(id, List.of()), standing(known, id, begun)),
                                            known.getOrDefault(id, List.of()));
                                })
                                .filter(ChildPlan::changesAnything)
                                .toList(),
                        people,
                        now));
    }

    /** From what open tasks are counted that are not wanted any more. */
    private static Set<String> leftBehind(List<Task> open, Map<UUID, List<Wanted>> wanted) {
        Set<String> left = open.stream().map(task -> task.occurrence).collect(Collectors.toSet());
        wanted.values().forEach(some -> some.forEach(one -> left.remove(one.occurrence())));
        return left;
    }

    /** Tasks that are over under an occurrence that is wanted. */
    private Uni<List<Task>> over(Map<UUID, List<Wanted>> wanted) {
        Set<String> occurrences = wanted.values().stream()
                .flatMap(List::stream)
                .map(Wanted::occurrence)
                .collect(Collectors.toSet());
        return occurrences.isEmpty()
                ? Uni.createFrom().item(List.of())
                : tasks.plannedAndOver(wanted.keySet(), occurrences);
    }

    private static Map<UUID, List<Task>> byChild(List<Task> tasks) {
        return new HashMap<>(
                tasks.stream().collect(Collectors.groupingBy(task -> Objects.requireNonNull(task.subjectId))));
    }

    private static List<Standing> standing(Map<UUID, List<Task>> known, UUID child, Map<String, Instant> begun) {
        return known.getOrDefault(child, List.of()).stream()
                .map(task -> PlannedTask.standing(task, begun))
                .toList();
    }
}
