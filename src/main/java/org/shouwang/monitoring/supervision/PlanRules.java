package org.shouwang.monitoring.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;

/** What a plan has to say, and whether an act may be done to it now. */
final class PlanRules {

    private PlanRules() {}

    /**
     * What stands against a plan as it is written.
     *
     * @param places areas of the plan that there are where its indicator is measured
     */
    static List<Violation> check(PlanForm form, Set<AreaCode> places, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < form.items().size(); i++) {
            found.addAll(check("items[" + i + "].", form.items().get(i), places, today));
        }
        return found;
    }

    private static List<Violation> check(String at, ItemForm item, Set<AreaCode> places, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (item.itemType() == ItemType.PROJECT && isBlank(item.projectSite())) {
            found.add(Violation.of(at + "projectSite", "plan-project-site"));
        }
        if (item.itemType() == ItemType.PROJECT && isBlank(item.schedule())) {
            found.add(Violation.of(at + "schedule", "plan-project-schedule"));
        }
        AreaCode area = item.areaCode();
        if (area == null ? item.itemType() == ItemType.AREA_MEASURE : !places.contains(area)) {
            found.add(Violation.of(at + "areaCode", "plan-area"));
        }
        if (item.dueOn().isBefore(today)) {
            found.add(Violation.of(at + "dueOn", "plan-due-still"));
        }
        List<LocalDate> days =
                item.milestones().stream().map(MilestoneForm::dueOn).toList();
        if (!days.equals(days.stream().sorted().distinct().toList())) {
            found.add(Violation.of(at + "milestones", "plan-milestones-in-order"));
        }
        if (days.stream().anyMatch(day -> day.isAfter(item.dueOn()))) {
            found.add(Violation.of(at + "milestones", "plan-milestones-by-due"));
        }
        return found;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The state after an act; refused with 409 by that of the plan, with 422 where a milestone is unknown. */
    static Result<PlanStatus> next(PlanStatus status, PlanAct act, List<Milestone> milestones) {
        Optional<PlanStatus> next = PlanMoves.after(status, act.kind());
        if (next.isEmpty()) {
            return conflict(Violation.of("status", "plan-status", status.name()));
        }
        long open = milestones.stream().filter(one -> one.reportedOn() == null).count();
        if (act.kind() == PlanActKind.FINISH && open > 0) {
            return conflict(Violation.of("status", "plan-milestones-open", open));
        }
        MilestoneReport report = act.report();
        if (report == null) {
            return Result.ok(next.get());
        }
        return milestones.stream()
                .filter(one -> one.itemNo() == report.itemNo() && one.no() == report.milestoneNo())
                .findFirst()
                .map(one -> one.reportedOn() == null
                        ? Result.ok(next.get())
                        : PlanRules.<PlanStatus>conflict(Violation.of("milestoneNo", "plan-milestone-once")))
                .orElseGet(() -> Result.invalid("milestoneNo", "plan-milestone-known"));
    }

    private static <T> Result<T> conflict(Violation violation) {
        return Result.refused(new Refusal(Problem.STATE_CONFLICT, List.of(violation)));
    }
}
