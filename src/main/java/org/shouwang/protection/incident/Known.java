package org.shouwang.protection.incident;

import java.util.Set;

/**
 * What is known of a danger at a moment, to judge what is said later.
 *
 * @param situations codes, none while nobody has said any
 */
record Known(Stage stage, Set<String> situations, boolean danger) {

    static Known of(Incident incident) {
        String[] codes = incident.situationCodes;
        return new Known(
                incident.stage, codes == null ? Set.of() : Set.of(codes), Boolean.TRUE.equals(incident.ongoingDanger));
    }

    /**
     * Whether somebody must look at once: a situation more, danger of which nobody knew, or danger again after an emergency
     * that was handled. A report that is sent anew, whole, alarms nobody.
     *
     * @param saysDanger whether it is said now that the danger goes on
     */
    boolean isOutdoneBy(Known later, boolean saysDanger) {
        boolean more = !situations.containsAll(later.situations);
        return more || (saysDanger && (!danger || stage.isHandled()));
    }
}
