package org.shouwang.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Violation;

/** What makes an activity plausible (data dictionary, section 16). */
final class ActivityRules {

    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration CLOCK_SKEW = Duration.ofMinutes(10);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private ActivityRules() {}

    /** Where it was held: in a home or at another place, and then in which village. Judged before the area is known. */
    static List<Violation> checkPlace(ActivityForm form) {
        boolean elsewhere = form.place() != null;
        if (elsewhere == (form.homeId() != null)) {
            return List.of(Violation.of("homeId", "activity-home-or-place"));
        }
        if (elsewhere && form.areaCode() == null) {
            return List.of(Violation.of("areaCode", "activity-area-needed"));
        }
        return List.of();
    }

    /**
     * Everything else.
     *
     * @param home the area of the children's home, null when it was held elsewhere
     */
    static List<Violation> check(ActivityForm form, @Nullable AreaCode home, Instant now) {
        List<Violation> found = new ArrayList<>(checkTimes(form, now));
        if (home != null && form.areaCode() != null && !form.areaCode().equals(home)) {
            found.add(Violation.of(
                    "areaCode", "activity-area-of-home", form.areaCode().toString(), home.toString()));
        }
        found.addAll(HeadCountRules.check(form.headCounts()));
        found.addAll(checkList(form));
        return found;
    }

    /** The list names nobody twice, and not more children than were counted. */
    private static List<Violation> checkList(ActivityForm form) {
        List<Violation> found = new ArrayList<>();
        List<UUID> named = form.named();
        for (int i = 0; i < named.size(); i++) {
            if (named.indexOf(named.get(i)) < i) {
                found.add(Violation.of("attendance[" + i + "]", "attendance-twice"));
            }
        }
        if (named.size() > form.countChildren()) {
            found.add(Violation.of("attendance", "attendance-count", named.size(), form.countChildren()));
        }
        return found;
    }

    /**
     * Children who may not be named: without a file, or with one that the caller may not read. Both are refused in the same
     * words, so that nobody learns which ids exist.
     *
     * @param readable those of the named children whose files the caller may read
     */
    static List<Violation> checkChildren(ActivityForm form, Set<UUID> readable) {
        List<UUID> named = form.named();
        return IntStream.range(0, named.size())
                .filter(i -> !readable.contains(named.get(i)))
                .mapToObj(i -> Violation.of("attendance[" + i + "]", "attendance-registered"))
                .toList();
    }

    private static List<Violation> checkTimes(ActivityForm form, Instant now) {
        List<Violation> found = new ArrayList<>();
        if (form.startedAt().isAfter(now.plus(CLOCK_SKEW))) {
            found.add(Violation.of("startedAt", "activity-not-yet-held", CLOCK_SKEW.toMinutes()));
        }
        if (form.startedAt().isBefore(EARLIEST)) {
            found.add(Violation.of("startedAt", "activity-long-ago"));
        }
        if (form.endedAt().isBefore(form.startedAt())) {
            found.add(Violation.of("endedAt", "activity-ends-before-start"));
        }
        if (Duration.between(form.startedAt(), form.endedAt()).compareTo(LONGEST) > 0) {
            found.add(Violation.of("endedAt", "activity-too-long", LONGEST.toHours()));
        }
        return found;
    }
}
