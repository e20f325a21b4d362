package org.shouwang.register.household;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is recorded of a father or a mother. */
public record Parent(
        VitalStatus vitalStatus,
        GuardianshipAbility guardianshipAbility,
        @Nullable Boolean isAway,
        @Nullable LocalDate awaySince) {

    static Parent of(HouseholdMember member) {
        return new Parent(member.vitalStatus, member.guardianshipAbility, member.isAway, member.awaySince);
    }

    /** First day away, of a parent who lives and is known to be away. */
    public Optional<LocalDate> away() {
        return vitalStatus == VitalStatus.ALIVE && Boolean.TRUE.equals(isAway)
                ? Optional.ofNullable(awaySince)
                : Optional.empty();
    }

    /** Whether this parent cannot be a guardian: no ability, dead, declared missing or out of contact. */
    public boolean isUnable() {
        boolean gone =
                switch (vitalStatus) {
                    case DEAD, DECLARED_MISSING, LOST_CONTACT -> true;
                    case ALIVE, UNKNOWN -> false;
                };
        return gone || guardianshipAbility == GuardianshipAbility.NONE;
    }
}
