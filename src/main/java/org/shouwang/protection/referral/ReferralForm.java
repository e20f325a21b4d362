package org.shouwang.protection.referral;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.protection.directory.ReferralType;

/** What is asked of whom for whom (data dictionary, 13). */
@Schema(name = "ReferralForm")
record ReferralForm(
        @Schema(description = "Whom it is about: this or personRef") @Nullable
        UUID childId,

        @Schema(description = "A member of a household: this or childId") @Nullable
        UUID personRef,

        @NotNull ReferralType referralType,

        @Schema(description = "An organisation of the directory that takes the type at the person's place") @NotNull
        UUID toOrganisationId,

        @NotNull Urgency urgency,

        @Schema(
                description = "What is asked for and what the receiver must know, and no more",
                maxLength = ReferralRules.SUMMARY)
        @NotNull
        String summary,

        @NotNull ConsentStatus consentStatus,

        @Schema(description = "With NOT_NEEDED_LEGAL_DUTY and REFUSED, and only with these") @Nullable
        LegalGround legalGround,

        @Schema(
                description =
                        "The incident that it follows, which is open to the caller: the referral is seen by the sender's post, the"
                                + " receiver and the county lead alone")
        @Nullable
        UUID incidentId,

        @Schema(
                description =
                        "An earlier referral of the same person and type that was rejected or closed; a rejected one is closed by"
                                + " this")
        @Nullable
        UUID reopens,

        @Nullable Instant clientTime,
        @Nullable UUID deviceId) {

    @Override
    public String toString() {
        return "***";
    }
}
