package org.shouwang.register.household;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.operation.ChangesForm;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.FieldChange;
import org.shouwang.platform.operation.FieldMerge;
import org.shouwang.platform.operation.OfflineEdit;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.register.household.SetWomensCategories.Woman;

/** Categories of a woman that were changed offline, merged as a set with what others changed; over what the caller may see. */
@Singleton
class WomensCategoriesOperation implements OperationHandler<WomensCategoriesOperation.Changes> {

    private static final FieldMerge.Kinds KINDS = new FieldMerge.Kinds(Set.of(), Set.of(), Set.of());

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;
    private final OfflineEdit offline;
    private final SetWomensCategories setCategories;

    WomensCategoriesOperation(
            HouseholdRepository households,
            HouseholdMemberRepository members,
            OfflineEdit offline,
            SetWomensCategories setCategories) {
        this.households = households;
        this.members = members;
        this.offline = offline;
        this.setCategories = setCategories;
    }

    @Schema(name = "WomensCategoriesChange")
    record Changes(
            @NotNull UUID memberId,
            @NotNull Integer baseVersion,
            @NotNull @Valid FieldChange categories) {

        ChangesForm asChanges() {
            return new ChangesForm(baseVersion, Map.of("categories", categories));
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    @Override
    public String type() {
        return "member.categories";
    }

    @Override
    public Class<Changes> form() {
        return Changes.class;
    }

    @Override
    public Collection<UUID> needs(UUID record, Changes form) {
        return List.of(record);
    }

    @Override
    public Uni<Result<Effect>> apply(Operation operation, Changes form, Caller caller) {
        return households
                .locked(operation.record())
                .chain(household -> household == null
                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                        : caller.acting(Right.WOMENS_CATEGORY_WRITE, household.areaCode)
                                .then(post -> woman(household, form.memberId())
                                        .chain(woman -> woman.isEmpty()
                                                ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                                                : merged(household, woman.get(), form, caller))));
    }

    private Uni<Optional<HouseholdMember>> woman(Household household, UUID memberId) {
        return members.ofHouseholds(List.of(household.id)).map(people -> people.stream()
                .filter(member -> member.id.equals(memberId))
                .findFirst());
    }

    private Uni<Result<Effect>> merged(Household household, HouseholdMember woman, Changes form, Caller caller) {
        List<WomensCategory> shown = WomensCategories.shown(woman, caller, household.areaCode);
        OfflineEdit.Current current = new OfflineEdit.Current(
                HouseholdFeed.KIND,
                household.id,
                household.areaCode,
                household.version,
                new WomensCategoriesForm(shown == null ? List.of() : shown),
                KINDS);
        return offline.merge(
                form.asChanges(),
                current,
                WomensCategoriesForm.class,
                patch -> setCategories.set(
                        new Woman(household.id, woman.id),
                        Result.ok(new BaseVersion(household.version)),
                        patch.categories(),
                        caller));
    }
}
