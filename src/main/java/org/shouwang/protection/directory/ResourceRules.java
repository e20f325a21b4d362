package org.shouwang.protection.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;

/** What makes an entry plausible by itself (data dictionary, 17). */
final class ResourceRules {

    /** A year mistyped is caught at either end. */
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private static final int CONTRACT_YEARS_AHEAD = 30;

    private ResourceRules() {}

    static List<Violation> check(ResourceForm form, LocalDate today) {
        List<Violation> found = new ArrayList<>(ServiceHours.check(form.hours()));
        found.addAll(contract(form, today));
        if ((form.geoLat() == null) != (form.geoLng() == null)) {
            found.add(Violation.of("geoLat", "resource-position-whole"));
        }
        if (form.verifiedOn().isAfter(today) || form.verifiedOn().isBefore(EARLIEST)) {
            found.add(Violation.of("verifiedOn", "resource-verified-on"));
        }
        return found;
    }

    /** What is bought says for how long; all else has no contract that could end unseen. */
    private static List<Violation> contract(ResourceForm form, LocalDate today) {
        LocalDate from = form.contractFrom();
        LocalDate to = form.contractTo();
        List<Violation> found = new ArrayList<>();
        if (!form.providerType().isByContract()) {
            unless(from == null, "contractFrom", "resource-no-contract", found);
            unless(to == null, "contractTo", "resource-no-contract", found);
            return found;
        }
        unless(isPlausible(from, today), "contractFrom", "resource-contract", found);
        unless(isPlausible(to, today), "contractTo", "resource-contract", found);
        if (from != null && to != null) {
            unless(!to.isBefore(from), "contractTo", "resource-contract-end", found);
        }
        return found;
    }

    private static boolean isPlausible(@Nullable LocalDate day, LocalDate today) {
        return day != null && !day.isBefore(EARLIEST) && !day.isAfter(today.plusYears(CONTRACT_YEARS_AHEAD));
    }

    private static void unless(boolean holds, String field, String rule, List<Violation> found) {
        if (!holds) {
            found.add(Violation.of(field, rule));
        }
    }

    /**
     * Whether somebody has to make sure again that the entry is right.
     *
     * @param every for how many days a check holds
     */
    static boolean isRecheckDue(LocalDate verifiedOn, int every, LocalDate today) {
        return verifiedOn.plusDays(every).isBefore(today);
    }
}
