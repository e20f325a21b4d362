package org.shouwang.register.household;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.operation.ChangesForm;
import org.shouwang.platform.operation.FieldMerge;
import org.shouwang.platform.operation.OfflineEdit;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;
import org.shouwang.register.SealedFields;

/** What phones do to households offline. */
@Singleton
class HouseholdOperations {

    /** A phone holds numbers masked. */
    private static final Set<String> MASKED = Set.of("phone");

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;
    private final SealedFields sealed;

    HouseholdOperations(HouseholdRepository households, HouseholdMemberRepository members, SealedFields sealed) {
        this.households = households;
        this.members = members;
        this.sealed = sealed;
    }

    @Produces
    @Singleton
    OperationHandler<HouseholdForm> register(RecordHousehold recordHousehold) {
        return OperationType.making(
                "household.register",
                HouseholdFeed.KIND,
                HouseholdForm.class,
                (operation, form, caller) -> recordHousehold.record(operation.record(), form, caller));
    }

    @Produces
    @Singleton
    OperationHandler<ChangesForm> update(OfflineEdit offline, EditHousehold editHousehold) {
        return offline.type(
                "household.update", Right.HOUSEHOLD_WRITE, HouseholdPatch.class, this::current, editHousehold::edit);
    }

    private Uni<Optional<OfflineEdit.Current>> current(UUID id, Caller caller) {
        return households
                .locked(id)
                .chain(household -> household == null
                        ? Uni.createFrom().item(Optional.empty())
                        : members.ofHouseholds(List.of(id))
                                .map(people -> Optional.of(current(household, people, caller))));
    }

    private OfflineEdit.Current current(Household household, List<HouseholdMember> people, Caller caller) {
        return new OfflineEdit.Current(
                HouseholdFeed.KIND,
                household.id,
                household.areaCode,
                household.version,
                StoredHousehold.form(household, people, sealed),
                kinds(household, caller));
    }

    /** Members are added and changed one by one. */
    private static FieldMerge.Kinds kinds(Household household, Caller caller) {
        return new FieldMerge.Kinds(
                MASKED, HouseholdView.isCalledBy(caller, household) ? MASKED : Set.of(), Set.of("members"));
    }
}
