package org.shouwang.protection.violence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.protection.referral.ConsentStatus;
import org.shouwang.protection.referral.LegalGround;
import org.shouwang.protection.referral.Urgency;

/** What an agency that has a stage hands on to the next one. */
@Schema(name = "ViolenceStageHandOn")
record HandOnForm(
        @Schema(description = "Of this act, and of the referral that it makes") @NotNull
        UUID id,

        @NotNull ViolenceStage toStage,
        @NotNull UUID organisationId,
        @NotNull Urgency urgency,

        @Schema(description = "What the agency must know to help, and no more") @NotBlank @Size(max = CaseAct.NOTE)
        String summary,

        @NotNull ConsentStatus consentStatus,

        @Schema(description = "Where it goes without consent") @Nullable
        LegalGround legalGround) {

    ReferForm referral() {
        return new ReferForm(id, organisationId, urgency, summary, consentStatus, legalGround);
    }

    @Override
    public String toString() {
        return "***";
    }
}
