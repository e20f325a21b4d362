package org.shouwang.task.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Violation;
import org.shouwang.task.TaskPriority;
import org.shouwang.task.TaskType;

/** What a campaign must be, and who may change one. */
final class CampaignRules {

    /** From the first day to the last, and from today to the first. */
    static final int LONGEST_DAYS = 366;

    /** A campaign that began without this program still counts the visits of its first weeks. */
    static final int BACK_DAYS = 31;

    /** Whoever comes of age leaves the register. */
    private static final int OLDEST = 17;

    private static final Set<TaskType> OF_FAMILIES = Set.of(TaskType.VISIT, TaskType.CONTACT, TaskType.OTHER);

    private static final Set<TaskType> OF_CHILDREN =
            Set.of(TaskType.VISIT, TaskType.CONTACT, TaskType.RE_ASSESS, TaskType.UPDATE_FILE, TaskType.OTHER);

    private CampaignRules() {}

    /**
     * What the request alone shows.
     *
     * @param restricted categories of class R, that a village must not learn of
     */
    static List<Violation> ofForm(CampaignForm form, LocalDate today, Set<String> restricted) {
        List<Violation> found = new ArrayList<>(days(form, today));
        if (new HashSet<>(form.areaScope()).size() < form.areaScope().size()) {
            found.add(Violation.of("areaScope", "campaign-area-twice"));
        }
        SubjectFilter filter = form.subjectFilter();
        if (filter.categories().stream().anyMatch(code -> restricted.contains(code.name()))) {
            found.add(Violation.of("subjectFilter.categoryCodes", "campaign-category-restricted"));
        }
        found.addAll(age("subjectFilter.ageFrom", filter.ageFrom()));
        found.addAll(age("subjectFilter.ageTo", filter.ageTo()));
        if (filter.ageFrom() != null && filter.ageTo() != null && filter.ageTo() < filter.ageFrom()) {
            found.add(Violation.of("subjectFilter.ageTo", "campaign-ages"));
        }
        found.addAll(template(form));
        return found;
    }

    private static List<Violation> days(CampaignForm form, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (form.endOn().isBefore(form.startOn())) {
            found.add(Violation.of("endOn", "campaign-end-before-start"));
        } else if (form.endOn().isBefore(today)) {
            found.add(Violation.of("endOn", "campaign-over"));
        }
        if (form.startOn().isBefore(today.minusDays(BACK_DAYS))
                || form.startOn().isAfter(today.plusDays(LONGEST_DAYS))) {
            found.add(Violation.of("startOn", "campaign-start-far", BACK_DAYS, LONGEST_DAYS));
        }
        found.addAll(length(form.startOn(), form.endOn()));
        return found;
    }

    private static List<Violation> length(LocalDate startOn, LocalDate endOn) {
        return endOn.isAfter(startOn.plusDays(LONGEST_DAYS))
                ? List.of(Violation.of("endOn", "campaign-too-long", LONGEST_DAYS))
                : List.of();
    }

    private static List<Violation> age(String field, @Nullable Integer years) {
        return years == null || (years >= 0 && years <= OLDEST)
                ? List.of()
                : List.of(Violation.of(field, "campaign-age", OLDEST));
    }

    private static List<Violation> template(CampaignForm form) {
        List<Violation> found = new ArrayList<>();
        TaskTemplate template = form.taskTemplate();
        Set<TaskType> possible = form.subjectType() == CampaignSubject.CHILD ? OF_CHILDREN : OF_FAMILIES;
        if (!possible.contains(template.type())) {
            found.add(Violation.of("taskTemplate.type", "campaign-task-type"));
        }
        if (template.priority() == TaskPriority.URGENT) {
            found.add(Violation.of("taskTemplate.priority", "campaign-not-urgent"));
        }
        Integer days = template.days();
        if (days != null && (days < 1 || days > LONGEST_DAYS)) {
            found.add(Violation.of("taskTemplate.days", "campaign-days", LONGEST_DAYS));
        }
        return found;
    }

    /** Whether a post may learn that a child of some name is there. */
    static boolean readsNames(Post post) {
        return post.reaches(Right.CHILD_READ, FieldClass.P);
    }

    /** What the tasks are called. Whose post reads no names cannot be told that a title holds one: theirs says the kind alone. */
    static String title(CampaignForm form, Post post) {
        return readsNames(post) ? form.taskTemplate().title() : form.kind().title();
    }

    /** What speaks against another last day. */
    static List<Violation> ofExtension(CampaignDays days, LocalDate endOn, LocalDate today) {
        List<Violation> found = new ArrayList<>(length(days.startOn(), endOn));
        if (!endOn.isAfter(days.endOn())) {
            found.add(Violation.of("endOn", "campaign-end-later"));
        }
        if (endOn.isBefore(today)) {
            found.add(Violation.of("endOn", "campaign-over"));
        }
        return found;
    }

    /**
     * Whether a post whose areas hold all of a campaign's may change it: its successors in office, and civil affairs, who answer for
     * the children of the county (未成年人保护法 art. 91–97). One office does not close what another has begun.
     */
    static boolean mayChange(RoleCode role, RoleCode organiser) {
        return role == organiser
                || (organiser == RoleCode.TOWNSHIP_COORDINATOR && role == RoleCode.COUNTY_CIVIL_AFFAIRS);
    }
}
