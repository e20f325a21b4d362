package org.shouwang.protection.incident;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an incident can say, as codes of the data dictionary (sections 14.1 and 14.2). */
final class IncidentCodes {

    private IncidentCodes() {}

    /** Situations that must be reported; A after the national list and its provincial extension, B after 国发〔2016〕13号. */
    @Schema(name = "IncidentSituation")
    enum Situation {
        A1,
        A2,
        A3,
        A4,
        A5,
        A6,
        A7,
        A8,
        A9,
        B1,
        B2,
        B3,
        B4,
        C1,
        C2,
        C3;

        /** Whether the police must hear of it. */
        boolean isForPolice() {
            return name().startsWith("A");
        }
    }

    @Schema(name = "IncidentDiscovery")
    enum Discovery {
        VISIT,
        ACTIVITY,
        SCHOOL,
        HOSPITAL,
        NEIGHBOUR,
        CHILD_SELF,
        HOTLINE,
        OTHER
    }

    enum SuspectRelation {
        PARENT,
        CAREGIVER,
        RELATIVE,
        NEIGHBOUR,
        TEACHER,
        PEER,
        STRANGER,
        UNKNOWN
    }

    /** To whom it was reported. */
    enum ReportedTo {
        POLICE,
        CIVIL_AFFAIRS,
        EDUCATION,
        PROSECUTION
    }

    enum ReportChannel {
        CALL_110,
        STATION_VISIT,
        WRITTEN,
        SYSTEM
    }

    /** Where the child is safe (未成年人保护法 art. 92, 93). */
    enum Placement {
        STAY_SAFE,
        RELATIVE,
        SHELTER,
        INSTITUTION,
        HOSPITAL,
        TEMP_GUARDIAN_GOV
    }

    /** What to do now; a phone has the words of each in its code lists. */
    @Schema(name = "IncidentAdvice")
    enum Advice {
        CALL_110,
        CALL_120,
        STAY_WITH_CHILD,
        DO_NOT_QUESTION,
        KEEP_EVIDENCE,
        KEEP_SECRET,
        COMPLETE_LATER
    }
}
