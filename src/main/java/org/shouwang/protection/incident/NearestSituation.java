package org.shouwang.protection.incident;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.shouwang.protection.incident.IncidentCodes.Situation;
import org.shouwang.register.assessment.EmergencySign;
import org.shouwang.visit.RedFlag;

/**
 * The situation that is nearest to what a visit or an assessment says, one for the police where it may be a crime; who takes the
 * case says which it is.
 */
final class NearestSituation {

    private static final int UNATTENDED_BELOW = 8;

    private NearestSituation() {}

    static Situation of(RedFlag flag) {
        return switch (flag) {
            case SUSPICIOUS_INJURY -> Situation.B4;
            case U8_UNATTENDED -> Situation.B2;
            case U16_LIVING_ALONE -> Situation.B1;
            case SELF_HARM_TALK -> Situation.A9;
            case RUNAWAY -> Situation.A7;
        };
    }

    /**
     * The same of an emergency screen.
     *
     * @param birthDate null while it is not known: the child may be below 8 then
     */
    static Situation of(EmergencySign sign, @Nullable LocalDate birthDate, LocalDate seenOn) {
        return switch (sign) {
            case VIOLENCE -> Situation.A9;
            case SELF_HARM -> of(RedFlag.SELF_HARM_TALK);
            case MISSING -> of(RedFlag.RUNAWAY);
            case TRAFFICKING -> Situation.A7;
            case GUARDIAN_LOST -> Situation.B2;
            case UNATTENDED ->
                birthDate != null && Period.between(birthDate, seenOn).getYears() >= UNATTENDED_BELOW
                        ? of(RedFlag.U16_LIVING_ALONE)
                        : of(RedFlag.U8_UNATTENDED);
        };
    }
}
