package org.shouwang.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        return found;
    }

    private static boolean isCodeOfArea(HomeForm form) {
        return form.homeCode().matches(form.areaCode() + "\\d{3}");
    }
}
