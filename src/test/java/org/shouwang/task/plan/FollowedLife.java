package org.shouwang.task.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.policy.FollowUpPolicy;
import org.shouwang.policy.Span;
import org.shouwang.policy.WorkCalendar;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.task.plan.FollowUpPlan.Rules;

/** A child to whom things happen, with the tasks that are planned for it; numbers say what happens. */
final class FollowedLife {

    private static final UUID ID = UUID.randomUUID();
    private static final Span NEW_FILE = new Span(5, Span.Unit.WORKING_DAYS);
    private final WorkCalendar calendar;
    private Instant now = FollowUpPlans.noon(LocalDate.parse("2026-01-01"));
    private RiskLevel level = RiskLevel.MEDIUM;
    private boolean onFile = true;
    private Instant since = now;
    private @Nullable Instant raisedAt;
    private @Nullable Instant closelySince;
    private @Nullable LocalDate promisedOn;
    private @Nullable Instant poorCareAt;
    private final List<Happened> visits = new ArrayList<>();
    private Optional<Happened> contact = Optional.empty();
    private Optional<Happened> assessment = Optional.empty();
    private final List<Pause> pauses = new ArrayList<>();
    private FollowUpPolicy policy = FollowUpPolicy.standard();
    private final Map<UUID, Standing> tasks = new HashMap<>();

    FollowedLife(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    void live(int step) {
        int amount = step / 10;
        now = now.plus(Duration.ofHours(1 + amount % 700));
        switch (step % 10) {
            case 0 -> visit();
            case 1 -> {
                visit();
                promisedOn = today().plusDays(1 + amount % 60);
            }
            case 2 -> contact = Optional.of(new Happened(Happened.Kind.CONTACT, UUID.randomUUID(), now));
            case 3, 4 -> level(RiskLevel.values()[amount % 5]);
            case 5 -> close();
            case 6 -> openAgain();
            case 7 -> pause(1 + amount % 80);
            case 8 -> policy = FollowUpPlans.standardWith(level, 5 + amount % 100);
            default -> amend();
        }
    }

    /** Settles what is open as the listener of visits does, unless that fails to see it. */
    void visit() {
        Happened visit = new Happened(Happened.Kind.VISIT, UUID.randomUUID(), now);
        visits.add(visit);
        promisedOn = null;
        if (!visit.id().toString().startsWith("0")) {
            open(FollowUpRule.Owed.VISIT).forEach(this::end);
        }
    }

    private void amend() {
        if (!visits.isEmpty()) {
            visits.remove(visits.size() - 1);
            promisedOn = null;
            poorCareAt = now;
        }
        assessment = Optional.of(new Happened(
                Happened.Kind.RISK_ASSESSMENT, UUID.randomUUID(), LocalDays.at(today(), LocalTime.MIDNIGHT)));
    }

    private void level(RiskLevel to) {
        if (to != level) {
            raisedAt = to.compareTo(level) < 0 ? now : null;
            boolean close = to.compareTo(RiskLevel.HIGH) <= 0;
            closelySince = close ? Optional.ofNullable(closelySince).orElse(now) : null;
            if (close) {
                pauses.replaceAll(one ->
                        new Pause(one.from(), one.until().isBefore(today()) ? one.until() : today().minusDays(1)));
                pauses.removeIf(one -> one.until().isBefore(one.from()));
            }
            level = to;
        }
    }

    private void close() {
        onFile = false;
        tasks.values().stream().filter(Standing::open).toList().forEach(this::end);
    }

    void openAgain() {
        if (!onFile) {
            onFile = true;
            since = now;
        }
    }

    private void pause(int days) {
        boolean twice = pauses.stream().anyMatch(one -> !one.until().isBefore(today()));
        if (onFile && !isFollowedClosely() && !twice) {
            pauses.add(new Pause(today(), today().plusDays(days)));
        }
    }

    /** Once it is looked at: one open task of each kind that is owed, planned once, none missing, each due by the rule. */
    void isPlanned() {
        plan();
        assertThat(open(FollowUpRule.Owed.VISIT)).hasSize(onFile ? 1 : 0);
        assertThat(open(FollowUpRule.Owed.ASSESSMENT)).hasSize(onFile ? 1 : 0);
        assertThat(open(FollowUpRule.Owed.CONTACT)).hasSize(isFollowedClosely() ? 1 : 0);
        assertThat(occurrences()).doesNotHaveDuplicates();
        assertThat(planAgain().isNothing()).isTrue();
        open(FollowUpRule.Owed.VISIT).forEach(visit -> {
            assertThat(visit.due()).isGreaterThanOrEqualTo(soonest());
            assertThat(visit.due()).isLessThanOrEqualTo(latest());
            assertThat(visit.startOn()).isBeforeOrEqualTo(visit.due().on());
        });
    }

    Instant now() {
        return now;
    }

    void plan() {
        Replan replan = planAgain();
        replan.made().forEach(wanted -> put(FollowUpPlans.open(wanted)));
        replan.moved().forEach((id, wanted) -> put(as(id, wanted)));
        replan.reopened().forEach((id, wanted) -> put(as(id, wanted)));
        replan.settled().keySet().forEach(id -> end(tasks.get(id)));
        replan.cancelled().forEach(id -> end(tasks.get(id)));
    }

    private Replan planAgain() {
        List<Standing> standing = List.copyOf(tasks.values());
        List<Wanted> wanted = FollowUpPlan.of(followed(), new Rules(policy, calendar), standing, now);
        return Replan.of(
                wanted,
                standing.stream()
                        .filter(one -> one.open() || wanted.stream().anyMatch(one::is))
                        .toList());
    }

    List<Standing> open(FollowUpRule.Owed owed) {
        return tasks.values().stream()
                .filter(one -> one.open() && one.rule().owed() == owed)
                .toList();
    }

    private List<String> occurrences() {
        return tasks.values().stream()
                .map(one -> one.rule() + "/" + one.occurrence())
                .toList();
    }

    private boolean isFollowedClosely() {
        return onFile && level.compareTo(RiskLevel.HIGH) <= 0;
    }

    /** What the level alone asks for after the last visit, or at the first one. */
    Due afterTheLastVisit() {
        Due due = Due.on(
                last().orElseThrow().day().plusDays(policy.at(level.name()).homeVisitDays()));
        return isFollowedClosely()
                ? due
                : pauses.stream()
                        .filter(pause -> pause.holds(due.on()))
                        .map(pause -> Due.on(pause.until().plusDays(1)))
                        .findFirst()
                        .orElse(due);
    }

    /** No rule asks for a visit before the interval is over, but for a new file and a level that rose. */
    private Due soonest() {
        Due due = last().map(visit -> Due.sooner(afterTheLastVisit(), first())).orElse(first());
        due = raisedAt == null ? due : Due.sooner(due, span(raisedAt.isBefore(since) ? since : raisedAt));
        return promisedOn == null ? due : Due.sooner(due, Due.on(promisedOn));
    }

    /** However rules changed, it is due within the interval, the span of the level from now, or after a pause. */
    private Due latest() {
        Due due = Due.later(
                last().map(visit -> Due.later(afterTheLastVisit(), first())).orElse(first()), span(now));
        return pauses.stream().map(pause -> Due.on(pause.until().plusDays(1))).reduce(due, Due::later);
    }

    private Due first() {
        return Due.sooner(workingDaysAfter(since, NEW_FILE.amount()), span(since));
    }

    private Due span(Instant from) {
        Span span = policy.at(level.name()).firstVisit();
        return span.unit() == Span.Unit.WORKING_DAYS
                ? workingDaysAfter(from, span.amount())
                : Due.after(from, span, calendar);
    }

    /** Of all days that follow, those on which people work, and of these the one with this number. */
    private Due workingDaysAfter(Instant from, int number) {
        return LocalDays.of(from)
                .plusDays(1)
                .datesUntil(LocalDays.of(from).plusYears(1))
                .filter(calendar::isWorkingDay)
                .skip(number - 1L)
                .map(Due::on)
                .findFirst()
                .orElseThrow();
    }

    private Optional<Happened> last() {
        return visits.stream().max(Comparator.comparing(Happened::at));
    }

    private Followed followed() {
        return new Followed(
                ID,
                new AreaCode(610304105208L),
                onFile,
                level,
                true,
                Set.of(),
                since,
                raisedAt,
                closelySince,
                last(),
                promisedOn,
                contact,
                assessment,
                poorCareAt,
                pauses);
    }

    private static Standing as(UUID id, Wanted wanted) {
        Standing made = FollowUpPlans.open(wanted);
        return new Standing(
                id,
                made.rule(),
                made.occurrence(),
                true,
                made.startOn(),
                made.due(),
                made.urgency(),
                made.begunAt(),
                null);
    }

    private void end(Standing one) {
        put(new Standing(
                one.taskId(),
                one.rule(),
                one.occurrence(),
                false,
                one.startOn(),
                one.due(),
                one.urgency(),
                one.begunAt(),
                null));
    }

    private void put(Standing one) {
        tasks.put(one.taskId(), one);
    }

    private LocalDate today() {
        return LocalDays.of(now);
    }
}
