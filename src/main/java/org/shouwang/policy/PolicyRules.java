package org.shouwang.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.shouwang.platform.problem.Violation;

/** Whether a version of the follow-up policy makes sense: a graver level never asks for less. */
final class PolicyRules {

    /** A year that was mistyped is noticed. */
    private static final Period FURTHEST = Period.ofYears(3);

    /** Whoever does anything later, or more rarely, does not follow the level any more: so many times what the standard says. */
    private static final int TIMES_STANDARD = 2;

    private static final FollowUpPolicy STANDARD = FollowUpPolicy.standard();

    /** A month and a year are counted in days, and are not short of any. */
    private static final Map<String, Integer> LONGEST_BETWEEN_VISITS = Map.of("HIGH", 30, "NORMAL", 366);

    /** Of these the county hears in the end. */
    private static final Set<String> WITH_COUNTY = Set.of("CRITICAL", "HIGH");

    /** What a graver level has at most as much of as a milder one. */
    private static final Map<String, ToLongFunction<PolicyLevel>> GROWING = Map.of(
            "homeVisitDays", PolicyLevel::homeVisitDays,
            "contactDays", PolicyLevel::contactDays,
            "assessmentDays", PolicyLevel::assessmentDays,
            "firstVisit", level -> level.firstVisit().inOrdinaryWeeks().toHours(),
            "firstAssessmentDays", PolicyLevel::daysToAssess,
            "escalateTownshipAfterDays", PolicyLevel::escalateTownshipAfterDays,
            "escalateCountyAfterDays", PolicyRules::county);

    private final List<Violation> found = new ArrayList<>();
    private final PolicyForm form;

    private PolicyRules(PolicyForm form) {
        this.form = form;
    }

    /**
     * What does not.
     *
     * @param categories the codes that children's files know
     * @param restricted those of them of class R: whoever is visited sooner than others would be told apart by it
     */
    static List<Violation> check(PolicyForm form, LocalDate today, Set<String> categories, Set<String> restricted) {
        PolicyRules rules = new PolicyRules(form);
        rules.day(today);
        rules.levels();
        rules.floors(categories, restricted);
        rules.longest("newFileFirstVisit", form.newFileFirstVisit(), STANDARD.newFileFirstVisit());
        return List.copyOf(rules.found);
    }

    /** A version in force is never changed: what was asked of somebody on a day stays explainable. */
    private void day(LocalDate today) {
        if (!form.validFrom().isAfter(today)) {
            found.add(Violation.of("validFrom", "policy-not-before-tomorrow"));
        } else if (form.validFrom().isAfter(today.plus(FURTHEST))) {
            found.add(Violation.of("validFrom", "policy-too-far", FURTHEST.getYears()));
        }
    }

    private void levels() {
        List<PolicyLevel> sent = form.levels();
        if (!new TreeSet<>(sent.stream().map(PolicyLevel::riskLevel).toList())
                .equals(new TreeSet<>(FollowUpPolicy.GRAVEST_FIRST))) {
            found.add(Violation.of("levels", "policy-levels"));
            return;
        }
        List<Integer> gravestFirst = IntStream.range(0, sent.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        at -> FollowUpPolicy.place(sent.get(at).riskLevel())))
                .toList();
        for (int place = 0; place < gravestFirst.size(); place++) {
            int at = gravestFirst.get(place);
            alone(at, sent.get(at));
            if (place + 1 < gravestFirst.size()) {
                pair(at, sent.get(at), sent.get(gravestFirst.get(place + 1)));
            }
        }
    }

    private void alone(int at, PolicyLevel level) {
        if (level.opensDaysBefore() >= level.homeVisitDays()) {
            found.add(Violation.of(field(at, "opensDaysBefore"), "policy-opens-within"));
        }
        if (county(level) < level.escalateTownshipAfterDays()) {
            found.add(Violation.of(field(at, "escalateCountyAfterDays"), "policy-township-first"));
        }
        LevelPolicy standard = STANDARD.at(level.riskLevel());
        longest(field(at, "firstVisit"), level.firstVisit(), standard.firstVisit());
        int most = LONGEST_BETWEEN_VISITS.getOrDefault(level.riskLevel(), TIMES_STANDARD * standard.homeVisitDays());
        if (level.homeVisitDays() > most) {
            found.add(Violation.of(field(at, "homeVisitDays"), "policy-visits-too-rare", most));
        }
        most(at, "contactDays", level.contactDays(), standard.contactDays());
        most(at, "assessmentDays", level.assessmentDays(), standard.assessmentDays());
        most(at, "firstAssessmentDays", level.daysToAssess(), standard.daysToAssess());
        most(at, "opensDaysBefore", level.opensDaysBefore(), standard.opensDaysBefore());
        most(at, "escalateTownshipAfterDays", level.escalateTownshipAfterDays(), standard.escalateTownshipAfterDays());
        Integer toCounty = level.escalateCountyAfterDays();
        Integer usually = standard.escalateCountyAfterDays();
        if (toCounty != null && usually != null) {
            most(at, "escalateCountyAfterDays", toCounty, usually);
        }
        if (WITH_COUNTY.contains(level.riskLevel()) && level.escalateCountyAfterDays() == null) {
            found.add(Violation.of(field(at, "escalateCountyAfterDays"), "policy-county-hears"));
        }
    }

    private void most(int at, String name, int days, int standard) {
        int most = TIMES_STANDARD * standard;
        if (days > most) {
            found.add(Violation.of(field(at, name), "policy-days-too-many", most));
        }
    }

    private void pair(int at, PolicyLevel graver, PolicyLevel milder) {
        GROWING.entrySet().stream()
                .filter(value ->
                        value.getValue().applyAsLong(graver) > value.getValue().applyAsLong(milder))
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(name -> found.add(Violation.of(field(at, name), "policy-graver-asks-more")));
    }

    private void floors(Set<String> categories, Set<String> restricted) {
        Set<String> seen = new HashSet<>();
        List<CategoryFloor> floors = form.categoryFloors();
        for (int at = 0; at < floors.size(); at++) {
            CategoryFloor floor = floors.get(at);
            String category = "categoryFloors[" + at + "].categoryCode";
            String level = "categoryFloors[" + at + "].riskLevel";
            if (!categories.contains(floor.categoryCode())) {
                found.add(Violation.of(category, "policy-category-known"));
            } else if (restricted.contains(floor.categoryCode())) {
                found.add(Violation.of(category, "policy-category-restricted"));
            } else if (!seen.add(floor.categoryCode())) {
                found.add(Violation.of(category, "policy-category-twice"));
            }
            if (!FollowUpPolicy.GRAVEST_FIRST.contains(floor.riskLevel())) {
                found.add(Violation.of(level, "policy-level-known"));
            } else if (isTooLow(floor)) {
                found.add(Violation.of(level, "policy-floor-too-low"));
            }
        }
    }

    private static boolean isTooLow(CategoryFloor floor) {
        String least = FollowUpPolicy.LEAST_FLOORS.getOrDefault(floor.categoryCode(), floor.riskLevel());
        return FollowUpPolicy.place(floor.riskLevel()) > FollowUpPolicy.place(least);
    }

    private void longest(String field, Span span, Span standard) {
        Duration most = standard.inOrdinaryWeeks().multipliedBy(TIMES_STANDARD);
        if (span.inOrdinaryWeeks().compareTo(most) > 0) {
            found.add(Violation.of(field, "policy-span-too-long", most.toDays()));
        }
    }

    /** Never is later than any day. */
    private static long county(PolicyLevel level) {
        Integer days = level.escalateCountyAfterDays();
        return days == null ? Long.MAX_VALUE : days;
    }

    private static String field(int at, String name) {
        return "levels[" + at + "]." + name;
    }
}
