package org.shouwang.register.household;

/** Which help a woman may need (妇女类别; data dictionary 2.2). */
enum WomensCategory {
    LEFT_BEHIND_WOMAN,
    POOR_SINGLE_MOTHER,
    DISABLED_WOMAN,
    POOR_ELDERLY_WOMAN,
    DIVORCED_WOMAN,
    DV_SURVIVOR,
    TWO_CANCER_PATIENT;

    /** Class R: known to whoever needs to know, and shown to nobody else of the same line. */
    boolean isRestricted() {
        return this == DV_SURVIVOR || this == TWO_CANCER_PATIENT;
    }
}
