package org.shouwang.protection.referral;

import java.util.ArrayList;
import java.util.List;
import org.shouwang.protection.referral.Climb.Rung;
import org.shouwang.staff.PostsInOffice.InOffice;

/**
 * Whom a referral concerns, as far as they are in office.
 *
 * @param officers of the organisation that is asked
 * @param sender none or one
 * @param coordinators of the town
 * @param leads the nearest of the office that leads it
 */
record People(List<InOffice> officers, List<InOffice> sender, List<InOffice> coordinators, List<InOffice> leads) {

    /** Who answers: the officers, or the county lead where nobody is in office there. */
    List<InOffice> answering() {
        return officers.isEmpty() ? leads : officers;
    }

    /**
     * Whoever is told at a rung, each once. To a coordinator a restricted one is not there: the county lead is told in that place, as
     * where a town has no coordinator.
     */
    List<InOffice> told(Phase phase, Rung rung, boolean restricted) {
        List<InOffice> all = new ArrayList<>(phase == Phase.ELSEWHERE ? List.of() : answering());
        if (rung.compareTo(Rung.DUE) >= 0) {
            all.addAll(sender);
        }
        List<InOffice> town = restricted ? List.of() : coordinators;
        if (rung.compareTo(Rung.COORDINATOR) >= 0) {
            all.addAll(town.isEmpty() ? leads : town);
        }
        if (rung == Rung.LEAD) {
            all.addAll(leads);
        }
        return all.stream().distinct().toList();
    }
}
