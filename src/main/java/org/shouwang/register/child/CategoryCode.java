package org.shouwang.register.child;

import java.util.OptionalInt;

/** Category of a child (儿童类别). */
public enum CategoryCode {
    LEFT_BEHIND,
    MIGRANT,
    ORPHAN_INSTITUTION,
    ORPHAN_SCATTERED,
    DE_FACTO_UNATTENDED,
    POOR_FAMILY,
    SEVERE_DISABILITY,
    SERIOUS_ILLNESS,
    HIV_AFFECTED,
    GUARDIANSHIP_RISK,
    STREET,
    STATE_GUARDED,
    PARENT_IMPRISONED_OR_DRUG,
    SINGLE_PARENT,
    DIVORCED_FAMILY,
    OUT_OF_SCHOOL,
    UNREGISTERED,
    OTHER_LOCAL;

    /** Age in whole years at which nobody belongs to it any more (data dictionary 2.1). */
    OptionalInt endsAtAge() {
        return switch (this) {
            case LEFT_BEHIND, MIGRANT -> OptionalInt.of(CategoryRules.LEFT_BEHIND_UNDER);
            case ORPHAN_INSTITUTION, ORPHAN_SCATTERED, DE_FACTO_UNATTENDED -> OptionalInt.of(ChildRules.ADULT);
            case POOR_FAMILY,
                    SEVERE_DISABILITY,
                    SERIOUS_ILLNESS,
                    HIV_AFFECTED,
                    GUARDIANSHIP_RISK,
                    STREET,
                    STATE_GUARDED,
                    PARENT_IMPRISONED_OR_DRUG,
                    SINGLE_PARENT,
                    DIVORCED_FAMILY,
                    OUT_OF_SCHOOL,
                    UNREGISTERED,
                    OTHER_LOCAL -> OptionalInt.empty();
        };
    }

    /** Whether an allowance hangs on it, so that its recognition has an organisation, a day and a number. */
    boolean isBenefit() {
        return this == ORPHAN_INSTITUTION
                || this == ORPHAN_SCATTERED
                || this == DE_FACTO_UNATTENDED
                || this == HIV_AFFECTED;
    }

    /** Class R (data dictionary 2.1). */
    boolean isRestricted() {
        return this == HIV_AFFECTED || this == PARENT_IMPRISONED_OR_DRUG;
    }
}
