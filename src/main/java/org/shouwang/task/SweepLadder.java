package org.shouwang.task;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;
import org.shouwang.platform.background.Batches;
import org.shouwang.policy.FollowUpPolicies;
import org.shouwang.policy.LevelPolicy;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.task.LadderFacts.Around;
import org.shouwang.task.LadderRows.Due;
import org.shouwang.task.LadderSteps.Told;

/**
 * Passes overdue tasks up the ladder, in batches of one transaction each: claim, tell, note the step. A killed node loses
 * its open batch, which the next sweep of any node claims again.
 */
@Singleton
class SweepLadder implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(SweepLadder.class);

    private static final int BATCH = 50;
    private static final Duration POSTPONED = Duration.ofHours(1);

    private final LadderRows rows;
    private final LadderFacts facts;
    private final TaskRepository tasks;
    private final FollowUpPolicies policies;
    private final LadderSteps steps;
    private final Notifications notifications;
    private final Clock clock;

    SweepLadder(
            LadderRows rows,
            LadderFacts facts,
            TaskRepository tasks,
            FollowUpPolicies policies,
            LadderSteps steps,
            Notifications notifications,
            Clock clock) {
        this.rows = rows;
        this.facts = facts;
        this.tasks = tasks;
        this.policies = policies;
        this.steps = steps;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-ladder";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    /** Answers how many tasks were looked at. Ends when none is due, or when other nodes hold all that are. */
    @Override
    public Uni<Integer> runOnce() {
        return Batches.untilNone(this::batch);
    }

    private Uni<Integer> batch() {
        Instant now = clock.instant();
        return rows.due(now, BATCH)
                .chain(due ->
                        Batches.together(due, some -> looked(some, now), (one, cause) -> putOff(one, now, cause)));
    }

    private Uni<Integer> looked(List<Due> due, Instant now) {
        return facts.gather(due)
                .chain(around -> Panache.withTransaction(
                        () -> tasks.claim(ids(due), now).chain(claimed -> look(claimed, around, now))));
    }

    private Uni<Void> putOff(Due due, Instant now, Throwable cause) {
        LOG.errorf("Task %s cannot be passed up (%s): it waits for an hour", due.taskId(), FailureKind.of(cause));
        return rows.postpone(due.taskId(), now.plus(POSTPONED));
    }

    private static List<UUID> ids(List<Due> due) {
        return due.stream().map(Due::taskId).toList();
    }

    private Uni<Integer> look(List<LadderEntry> claimed, Around around, Instant now) {
        Map<UUID, LadderEntry> entries =
                claimed.stream().collect(Collectors.toMap(entry -> entry.taskId, Function.identity()));
        return tasks.byIds(entries.keySet()).chain(found -> {
            List<Task> unchanged = found.stream().filter(around::stillHolds).toList();
            return facts.levels(unchanged).chain(levels -> {
                List<Told> told = new ArrayList<>();
                for (Task task : unchanged) {
                    LadderEntry entry = Objects.requireNonNull(entries.get(task.id));
                    RiskLevel level = Objects.requireNonNull(levels.get(task.id));
                    told.addAll(follow(task, entry, level, around, now));
                }
                return notifications
                        .tell(told.stream().map(Told::notice).toList())
                        .chain(() -> steps.keep(told, now))
                        .replaceWith(unchanged.size());
            });
        });
    }

    /** Takes the steps that are due, and answers what is told of them. */
    private List<Told> follow(Task task, LadderEntry entry, RiskLevel level, Around around, Instant now) {
        LevelPolicy policy = policies.at(task.areaCode).at(level.name());
        Map<LadderStep, List<Holder>> people = new EnumMap<>(LadderStep.class);
        for (LadderStep step : LadderStep.values()) {
            people.put(step, around.holders(task, step, policy));
        }
        boolean climbs = task.status.open() && !task.isOfCampaign();
        Ladder.Plan plan = climbs ? plan(task, entry, level, policy, people, now) : Ladder.Plan.ENDED;
        entry.follow(plan, now);
        return plan.reasons().entrySet().stream()
                .flatMap(told -> people.getOrDefault(told.getKey(), List.of()).stream()
                        .map(holder -> new Told(
                                told.getKey(),
                                told.getValue(),
                                TaskNotices.overdue(
                                        task, holder, told.getKey(), entry.occurrence(told.getKey()), level))))
                .toList();
    }

    private static Ladder.Plan plan(
            Task task,
            LadderEntry entry,
            RiskLevel level,
            LevelPolicy policy,
            Map<LadderStep, List<Holder>> people,
            Instant now) {
        Set<LadderStep> vacant = EnumSet.allOf(LadderStep.class);
        vacant.removeIf(step -> !people.getOrDefault(step, List.of()).isEmpty());
        Ladder.Late late =
                new Ladder.Late(level, task.dueOn, task.dueAt, task.assigneeAppointmentId != null, entry.told());
        return Ladder.plan(late, policy, vacant, now);
    }
}
