package org.shouwang.register;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.operation.ChangesForm;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.FieldMerge;
import org.shouwang.platform.operation.OfflineEdit;
import org.shouwang.platform.operation.OfflineEdit.Current;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;

/** Facts of a household that were changed offline: {@code PATCH /households/{id}}, merged field by field. */
@Singleton
class EditHouseholdOperation implements OperationHandler<ChangesForm> {

    private static final Set<String> MASKED = Set.of("phone");

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;
    private final SealedFields sealed;
    private final OfflineEdit offline;
    private final EditHousehold editHousehold;

    EditHouseholdOperation(
            HouseholdRepository households,
            HouseholdMemberRepository members,
            SealedFields sealed,
            OfflineEdit offline,
            EditHousehold editHousehold) {
        this.households = households;
        this.members = members;
        this.sealed = sealed;
        this.offline = offline;
        this.editHousehold = editHousehold;
    }

    @Override
    public String type() {
        return "household.update";
    }

    @Override
    public Class<ChangesForm> form() {
        return ChangesForm.class;
    }

    @Override
    public String schema() {
        return "HouseholdPatch";
    }

    @Override
    public Collection<UUID> needs(UUID record, ChangesForm form) {
        return List.of(record);
    }

    @Override
    public Uni<Result<Effect>> apply(Operation operation, ChangesForm form, Caller caller) {
        return households
                .locked(operation.record())
                .chain(household -> household == null
                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                        : caller.acting(Right.HOUSEHOLD_WRITE, household.areaCode)
                                .then(post -> current(household, caller)
                                        .chain(current -> offline.merge(
                                                form,
                                                current,
                                                HouseholdPatch.class,
                                                patch -> editHousehold.edit(
                                                        household.id,
                                                        Result.ok(new BaseVersion(current.version())),
                                                        patch,
                                                        caller)))));
    }

    /** Members are added and changed one by one. */
    private static FieldMerge.Kinds kinds(Household household, Caller caller) {
        return new FieldMerge.Kinds(
                MASKED, HouseholdView.isCalledBy(caller, household) ? MASKED : Set.of(), Set.of("members"));
    }

    private Uni<Current> current(Household household, Caller caller) {
        return members.ofHouseholds(List.of(household.id))
                .map(people -> StoredHousehold.form(household, people, sealed))
                .map(form -> new Current(
                        HouseholdFeed.KIND, household.id, household.version, form, kinds(household, caller)));
    }
}
