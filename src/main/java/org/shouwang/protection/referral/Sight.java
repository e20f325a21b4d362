package org.shouwang.protection.referral;

import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;

/**
 * What a reader may know of a referral beside what is asked.
 *
 * @param file whose file it is about, and which post asked
 * @param incident the incident that it follows
 * @param earlier the referral that it reopens
 * @param area where the person lives; to whom that may not be told, where the person lived when it was sent: a victim who was brought
 *     away is not found through it
 * @param summary what is asked for
 */
record Sight(boolean file, boolean incident, boolean earlier, AreaCode area, boolean summary) {

    /** @param openIncidents incidents that are open to the caller */
    static Sight of(ReferralRow row, Standing standing, Caller caller, Set<UUID> openIncidents) {
        Referral referral = row.referral();
        UUID incident = referral.incidentId;
        boolean receivers = standing.isReceiversOnly();
        boolean follows = !receivers && (standing.lead().isPresent() || !row.isGuarded());
        return new Sight(
                !receivers && standing.knowsFile(),
                !receivers && incident != null && openIncidents.contains(incident),
                !receivers && row.seesEarlier(caller),
                follows ? referral.areaCode : referral.recordedAreaCode,
                !receivers || referral.rejectedAt == null);
    }
}
