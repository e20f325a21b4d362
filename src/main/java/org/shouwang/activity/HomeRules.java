package org.shouwang.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.shouwang.platform.problem.Violation;

/** What makes a children's home plausible (data dictionary, section 15). */
final class HomeRules {

    private static final int ZONES_NEEDED = 2;
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final int YEARS_PLANNED_AHEAD = 10;

    private HomeRules() {}

    static List<Violation> check(HomeForm form, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (!isCodeOfArea(form)) {
            found.add(Violation.of(
                    "homeCode", "home-code-of-area", form.areaCode().toString()));
        }
        long zones = form.zones().stream().distinct().count();
        if (zones < ZONES_NEEDED) {
            found.add(Violation.of("zones", "home-zones", ZONES_NEEDED, zones));
        }
        if (form.openedOn().isBefore(EARLIEST) || form.openedOn().isAfter(today.plusYears(YEARS_PLANNED_AHEAD))) {
            found.add(Violation.of("openedOn", "home-opened-on"));
        }
        if ((form.geoLat() == null) != (form.geoLng() == null)) {
            found.add(Violation.of("geoLat", "home-position-whole"));
        }
        found.addAll(openings(form.details().openings()));
        found.addAll(checks(form.details().checks(), today));
        return found;
    }

    private static List<Violation> openings(List<HomeDetails.Opening> openings) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < openings.size(); i++) {
            HomeDetails.Opening opening = openings.get(i);
            String path = "openingHours[" + i + "]";
            if (opening.length().isNegative() || opening.length().isZero()) {
                found.add(Violation.of(path + ".to", "home-hours-end"));
            } else if (openings.subList(0, i).stream().anyMatch(opening::overlaps)) {
                found.add(Violation.of(path, "home-hours-overlap"));
            }
        }
        return found;
    }

    private static List<Violation> checks(List<HomeDetails.SafetyCheck> checks, LocalDate today) {
        return IntStream.range(0, checks.size())
                .filter(i -> checks.get(i).checkedOn().isAfter(today)
                        || checks.get(i).checkedOn().isBefore(EARLIEST))
                .mapToObj(i -> Violation.of("safetyChecks[" + i + "].checkedOn", "home-checked-on"))
                .toList();
    }

    private static boolean isCodeOfArea(HomeForm form) {
        return form.homeCode().matches(form.areaCode() + "\\d{3}");
    }
}
