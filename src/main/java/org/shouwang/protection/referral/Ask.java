package org.shouwang.protection.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.protection.directory.ReferralType;

/**
 * What another room asks for.
 *
 * @param childId this or {@code personRef}
 * @param personRef a member of a household
 * @param summary at most 500 characters, sealed
 * @param ground the provision where it goes without consent, else null
 * @param confidential whether it tells of more than its type: seen by the sender's post, the receiver and the county lead alone
 * @param lead which office of the county that is
 */
public record Ask(
        UUID id,
        @Nullable UUID childId,
        @Nullable UUID personRef,
        ReferralType type,
        UUID toOrganisationId,
        Urgency urgency,
        String summary,
        ConsentStatus consent,
        @Nullable LegalGround ground,
        boolean confidential,
        LeadOffice lead) {

    @Override
    public String toString() {
        return "***";
    }
}
