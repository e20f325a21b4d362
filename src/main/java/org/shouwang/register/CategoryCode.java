package org.shouwang.register;

/** Category of a child (儿童类别). */
enum CategoryCode {
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

    /** Class R (data dictionary 2.1). */
    boolean isRestricted() {
        return this == HIV_AFFECTED || this == PARENT_IMPRISONED_OR_DRUG;
    }
}
