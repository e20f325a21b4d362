package org.shouwang.protection.violence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.protection.referral.Ask;
import org.shouwang.protection.referral.ConsentStatus;
import org.shouwang.protection.referral.LegalGround;
import org.shouwang.protection.referral.Urgency;

/** Hands a stage to an agency, by a referral that bears the same id. */
@Schema(name = "ViolenceStageReferral")
record ReferForm(
        @Schema(description = "Of this act, and of the referral that it makes") @NotNull
        UUID id,

        @NotNull UUID organisationId,
        @NotNull Urgency urgency,

        @Schema(description = "What the agency must know to help, and no more") @NotBlank @Size(max = CaseAct.NOTE)
        String summary,

        @NotNull ConsentStatus consentStatus,

        @Schema(description = "Where it goes without consent") @Nullable
        LegalGround legalGround) {

    /** As the room of referrals is asked: whatever its type, it tells of violence at home. */
    Ask ask(ViolenceCase of, ViolenceStage stage) {
        return new Ask(
                id,
                of.victimChildId,
                of.victimMemberId,
                stage.asks,
                organisationId,
                urgency,
                summary,
                consentStatus,
                legalGround,
                true,
                of.victim().leadsReferrals);
    }

    @Override
    public String toString() {
        return "***";
    }
}
