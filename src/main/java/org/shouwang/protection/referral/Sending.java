package org.shouwang.protection.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.protection.directory.ReferralType;

/** A referral that is to be sent, whether a client or another room asks for it. */
record Sending(
        UUID id,
        RequestHash hash,
        @Nullable UUID childId,
        @Nullable UUID personRef,
        ReferralType type,
        UUID toOrganisationId,
        Urgency urgency,
        String summary,
        ConsentStatus consent,
        @Nullable LegalGround ground,
        @Nullable UUID incidentId,
        @Nullable UUID reopens,
        boolean confidential,
        LeadOffice lead,
        @Nullable Instant clientTime,
        @Nullable UUID deviceId) {

    static Sending of(UUID id, ReferralForm form) {
        return new Sending(
                id,
                RequestHash.of(form),
                form.childId(),
                form.personRef(),
                form.referralType(),
                form.toOrganisationId(),
                form.urgency(),
                form.summary(),
                form.consentStatus(),
                form.legalGround(),
                form.incidentId(),
                form.reopens(),
                false,
                LeadOffice.CIVIL_AFFAIRS,
                form.clientTime(),
                form.deviceId());
    }

    static Sending of(Ask ask) {
        return new Sending(
                ask.id(),
                RequestHash.of(ask),
                ask.childId(),
                ask.personRef(),
                ask.type(),
                ask.toOrganisationId(),
                ask.urgency(),
                ask.summary(),
                ask.consent(),
                ask.ground(),
                null,
                null,
                ask.confidential(),
                ask.lead(),
                null,
                null);
    }

    /** Whether it is for the sender's post, the receiver and the county lead alone. */
    boolean isRestricted() {
        return type.isRestricted() || incidentId != null || confidential;
    }

    @Override
    public String toString() {
        return "***";
    }
}
