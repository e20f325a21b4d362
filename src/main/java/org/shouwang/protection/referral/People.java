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
        List<InOffice> all = new ArrayList<>(phase.isReceivers() ? answering() : List.of());
        for (Rung below : Rung.values()) {
            if (below != Rung.SOON && below.compareTo(rung) <= 0) {
                all.addAll(at(below, restricted));
            }
        }
        return all.stream().distinct().toList();
    }

    /** Who stands at one rung alone. */
    List<InOffice> at(Rung rung, boolean restricted) {
        return switch (rung) {
            case SOON -> answering();
            case DUE -> asking(restricted);
            case COORDINATOR -> town(restricted);
            case LEAD -> leads;
        };
    }

    /** Who hears what the receiver does: the post that asks, or who stands above it while its holder is not in office. */
    List<InOffice> asking(boolean restricted) {
        return sender.isEmpty() ? town(restricted) : sender;
    }

    private List<InOffice> town(boolean restricted) {
        return restricted || coordinators.isEmpty() ? leads : coordinators;
    }
}
