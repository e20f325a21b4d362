package org.shouwang.visit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answers that a visit can hold, as codes of the data dictionary (section 7). */
final class VisitCodes {

    private VisitCodes() {}

    @Schema(name = "VisitPurpose")
    enum Purpose {
        FIRST,
        ROUTINE,
        FOLLOW_UP,
        VERIFY,
        CAMPAIGN,
        INCIDENT,
        WARNING_LETTER,
        CARE,
        PUBLICITY
    }

    @Schema(name = "VisitVerifyStatus")
    enum VerifyStatus {
        PENDING,
        VERIFIED,
        RETURNED
    }

    /** What a verification can find. */
    @Schema(name = "VisitVerdict")
    enum Verdict {
        VERIFIED,
        RETURNED;

        VerifyStatus status() {
            return switch (this) {
                case VERIFIED -> VerifyStatus.VERIFIED;
                case RETURNED -> VerifyStatus.RETURNED;
            };
        }
    }

    enum LivingEnv {
        GOOD,
        AVERAGE,
        POOR,
        DANGEROUS
    }

    enum Hazard {
        ELECTRIC,
        FIRE_GAS,
        WATER,
        ROAD,
        SLOPE,
        HOUSE,
        PESTICIDE,
        ANIMAL,
        NONE
    }

    enum SafetyTopic {
        DROWNING,
        TRAFFIC,
        FIRE,
        SEXUAL_ABUSE_PREV,
        FRAUD,
        BULLYING,
        NETWORK,
        HEAT,
        EARTHQUAKE
    }

    enum ActionTaken {
        GUIDED,
        PUBLICITY,
        MATERIALS,
        CONTACTED_PARENT,
        REFERRED,
        REPORTED
    }

    enum CareQuality {
        GOOD,
        FAIR,
        POOR
    }

    enum Unattended {
        NO,
        /** A child under 8 alone (未成年人保护法 art. 21). */
        U8_UNATTENDED,
        /** A child under 16 living alone (未成年人保护法 art. 21). */
        U16_LIVING_ALONE
    }

    enum PhysicalToday {
        NORMAL,
        ILL,
        INJURED,
        MALNOURISHED
    }

    enum PsychSign {
        NORMAL,
        WITHDRAWN,
        SAD,
        ANXIOUS,
        AGGRESSIVE,
        SELF_HARM_TALK,
        NET_ADDICTION,
        SMOKING_DRINKING,
        RUNAWAY,
        BULLIED,
        BULLYING,
        EARLY_MARRIAGE_RISK
    }

    enum SchoolAttendance {
        REGULAR,
        IRREGULAR,
        NOT_ATTENDING,
        HOLIDAY,
        UNDER_AGE
    }

    enum Need {
        LIVING_AID,
        MEDICAL,
        REHAB,
        SCHOOL_RETURN,
        STUDY_HELP,
        PSYCH,
        HUKOU,
        LEGAL,
        GUARDIANSHIP_GUIDE,
        FAMILY_EDU,
        HOUSING,
        SKILL_JOB,
        COMPANION,
        NONE
    }
}
