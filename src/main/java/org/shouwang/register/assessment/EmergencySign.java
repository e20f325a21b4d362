package org.shouwang.register.assessment;

/** What the emergency screen asks for; any yes is a danger that comes before all scoring (roles and law, section 5, step 1). */
public enum EmergencySign {
    /** Suspected violence, sexual abuse or neglect. */
    VIOLENCE,
    /** Words or acts of self-harm or suicide. */
    SELF_HARM,
    /** Missing, or run away. */
    MISSING,
    /** Under 8 and unattended, or under 16 and living alone, now. */
    UNATTENDED,
    /** A guardian dead, arrested or lost in the last 30 days, with nobody in charge. */
    GUARDIAN_LOST,
    /** Trafficking or child labour. */
    TRAFFICKING
}
