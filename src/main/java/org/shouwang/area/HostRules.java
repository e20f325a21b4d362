package org.shouwang.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;

/** Whether one authority may run the area of another (data dictionary, section 23.2). */
final class HostRules {

    private HostRules() {}

    /**
     * What is known around a request.
     *
     * @param now who runs the area until now, null when it is run as its code says
     * @param hostExists whether the organisation or area that shall run it is there, and without a last day
     * @param circular whether that authority lies in the area, or is itself run from there
     */
    record Facts(AreaView.@Nullable Administrator now, boolean hostExists, boolean circular) {

        boolean isAlready(HostForm form) {
            return now != null
                    && Objects.equals(now.organisationId(), form.organisationId())
                    && Objects.equals(now.areaCode(), form.areaCode())
                    && form.from().equals(now.from());
        }
    }

    static List<Violation> check(HostForm form, Facts facts, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if ((form.organisationId() == null) == (form.areaCode() == null)) {
            return List.of(Violation.of("organisationId", "area-host-one"));
        }
        String field = form.areaCode() == null ? "organisationId" : "areaCode";
        if (!facts.hostExists()) {
            found.add(Violation.of(field, "area-host-exists"));
        }
        if (facts.circular()) {
            found.add(Violation.of(field, "area-host-circular"));
        }
        if (form.from().isAfter(today) && facts.now() != null) {
            found.add(Violation.of("from", "area-hosted-now"));
        }
        return found;
    }
}
