package org.shouwang.register.household;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Ability to be a guardian (监护能力). */
public enum GuardianshipAbility {
    FULL,
    LIMITED,
    NONE;

    /** Why somebody has none (无监护能力原因). */
    @Schema(name = "GuardianshipAbilityReason")
    enum Reason {
        SERIOUS_ILLNESS,
        SEVERE_DISABILITY,
        MENTAL_DISORDER,
        IMPRISONED,
        DRUG_REHAB,
        OTHER_RESTRICTION,
        LOST_CONTACT
    }
}
