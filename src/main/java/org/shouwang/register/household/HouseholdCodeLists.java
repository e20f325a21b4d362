package org.shouwang.register.household;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** The codes of households and their members. */
@Singleton
class HouseholdCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(
                IncomeSource.class,
                AidType.class,
                VitalStatus.class,
                GuardianshipAbility.class,
                GuardianshipAbility.Reason.class,
                WomensCategory.class);
    }
}
