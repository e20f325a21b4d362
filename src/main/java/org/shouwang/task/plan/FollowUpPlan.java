package org.shouwang.task.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.LocalDays;
import org.shouwang.policy.FollowUpPolicy;
import org.shouwang.policy.LevelPolicy;
import org.shouwang.policy.Span;
import org.shouwang.policy.WorkCalendar;

/**
 * What a child is owed by the matrix, and until when (roles and law, section 4): one visit, one assessment, and one contact where it
 * is followed closely. A file that lacks facts is owed the same: whom nobody has assessed is followed as at HIGH, and visited first
 * as any new file, since no level was set. Days are counted from the last record that counts; of a file that was made or opened
 * again after that ran out, from then on.
 *
 * <p>A level that rises brings the visit forward to the span of its first visit; one that rose while the file was closed, from its
 * opening on. The day that the visitor named brings it forward too, and never puts it off. Poor care brings the assessment forward
 * (data dictionary, section 7). Whatever else makes something due sooner, such as
 * another matrix, leaves this span too, counted from now: nobody is late by a rule that did not hold. What stands already is never
 * due later by that.
 */
public final class FollowUpPlan {

    private final Followed child;
    private final Rules rules;
    private final LevelPolicy row;
    private final List<Standing> standing;
    private final Instant now;

    private FollowUpPlan(Followed child, Rules rules, List<Standing> standing, Instant now) {
        this.child = child;
        this.rules = rules;
        this.row = rules.policy().at(child.level().name());
        this.standing = standing;
        this.now = now;
    }

    /** The rules in force where a child lives. */
    public record Rules(FollowUpPolicy policy, WorkCalendar calendar) {}

    /**
     * What should stand for a child; nothing where its file is closed.
     *
     * @param standing its planned tasks: an open one says until when it was due so far
     */
    public static List<Wanted> of(Followed child, Rules rules, List<Standing> standing, Instant now) {
        if (!child.onFile()) {
            return List.of();
        }
        FollowUpPlan plan = new FollowUpPlan(child, rules, standing, now);
        return Stream.of(Optional.of(plan.visit()), plan.contact(), Optional.of(plan.assessment()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Wanted visit() {
        Optional<Happened> last = child.visit();
        FollowUpRule rule = last.isPresent() ? FollowUpRule.HOME_VISIT : FollowUpRule.FIRST_VISIT;
        String occurrence = occurrence(last, child.since());
        Due cycle = last.map(visit -> Due.on(visit.day().plusDays(visitDays())))
                .filter(this::isInTime)
                .orElseGet(this::first);
        Due due = eased(cycle, rule, occurrence, after(now, row.firstVisit()));
        Instant raised = child.raisedAt();
        if (raised != null && last.filter(visit -> !visit.at().isBefore(raised)).isEmpty()) {
            due = Due.sooner(due, after(raised.isBefore(child.since()) ? child.since() : raised, row.firstVisit()));
        }
        LocalDate promised = child.promisedOn();
        if (promised != null) {
            due = Due.sooner(due, Due.on(promised));
        }
        LocalDate begin = last.map(Happened::day).orElse(LocalDays.of(child.since()));
        return wanted(rule, occurrence, last, begin, paused(due));
    }

    private Due first() {
        Due ofNewFile = after(child.since(), rules.policy().newFileFirstVisit());
        return child.assessed() ? Due.sooner(ofNewFile, after(child.since(), row.firstVisit())) : ofNewFile;
    }

    /** A call may wait for nobody who is at home again tomorrow: pauses are for visits, and not at these levels. */
    private Optional<Wanted> contact() {
        if (!child.isFollowedClosely()) {
            return Optional.empty();
        }
        Instant duty = Stream.of(Optional.of(child.since()), Optional.ofNullable(child.closelySince()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Optional<Happened> last = Stream.of(child.visit(), child.contact())
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Happened::at))
                .filter(reached -> !reached.at().isBefore(duty));
        LocalDate begin = last.map(Happened::day).orElse(LocalDays.of(duty));
        String occurrence = occurrence(last, duty);
        Due due = eased(
                Due.on(begin.plusDays(row.contactDays())),
                FollowUpRule.NEXT_CONTACT,
                occurrence,
                Due.on(today().plusDays(row.contactDays())));
        return Optional.of(wanted(FollowUpRule.NEXT_CONTACT, occurrence, last, begin.plusDays(1), due));
    }

    private Wanted assessment() {
        Optional<Happened> last = child.assessment();
        LocalDate since = LocalDays.of(child.since());
        String occurrence = occurrence(last, child.since());
        Due cycle = last.map(assessed -> Due.on(assessed.day().plusDays(row.assessmentDays())))
                .filter(this::isInTime)
                .orElse(Due.on(since.plusDays(row.daysToAssess())));
        Due due = eased(cycle, FollowUpRule.RE_ASSESS, occurrence, Due.on(today().plusDays(row.daysToAssess())));
        Instant poorCare = child.poorCareAt();
        if (poorCare != null) {
            due = Due.sooner(due, Due.on(LocalDays.of(poorCare).plusDays(row.daysToAssess())));
        }
        return wanted(
                FollowUpRule.RE_ASSESS,
                occurrence,
                last,
                last.map(Happened::day).orElse(since),
                paused(due));
    }

    private Wanted wanted(FollowUpRule rule, String occurrence, Optional<Happened> begun, LocalDate begin, Due due) {
        LocalDate opens = due.on().minusDays(row.opensDaysBefore());
        LocalDate start = opens.isBefore(begin) ? begin : opens;
        return new Wanted(
                rule, occurrence, begun, start.isAfter(due.on()) ? due.on() : start, due, Urgency.of(child.level()));
    }

    private static String occurrence(Optional<Happened> begun, Instant since) {
        return begun.map(record -> record.id().toString()).orElse(since.toString());
    }

    /** At the level as on which it is followed for the sake of a category, but never a longer one than its own. */
    private int visitDays() {
        List<String> categories = child.categories().stream().map(Enum::name).toList();
        String followedAs = rules.policy().gravestOf(child.level().name(), categories);
        return Math.min(row.homeVisitDays(), rules.policy().at(followedAs).homeVisitDays());
    }

    /** What ran out before the file was opened has no day of its own any more. */
    private boolean isInTime(Due due) {
        return !due.on().isBefore(LocalDays.of(child.since()));
    }

    private Due eased(Due cycle, FollowUpRule rule, String occurrence, Due grace) {
        return standing.stream()
                .filter(one ->
                        one.open() && one.rule() == rule && one.occurrence().equals(occurrence))
                .map(Standing::due)
                .filter(cycle::isBefore)
                .findFirst()
                .map(running -> Due.later(cycle, Due.sooner(running, grace)))
                .orElse(cycle);
    }

    /** Nothing is due on these days, nor late while one of them is today. */
    private Due paused(Due due) {
        if (child.isFollowedClosely()) {
            return due;
        }
        Due after = due;
        for (Pause pause : child.pauses()) {
            boolean lateMeanwhile = pause.holds(today()) && after.on().isBefore(pause.from());
            if (pause.holds(after.on()) || lateMeanwhile) {
                after = Due.on(pause.until().plusDays(1));
            }
        }
        return after;
    }

    private Due after(Instant moment, Span span) {
        return Due.after(moment, span, rules.calendar());
    }

    private LocalDate today() {
        return LocalDays.of(now);
    }
}
