package org.shouwang.register.household;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.ChangedFacts;
import org.shouwang.platform.record.Races;
import org.shouwang.register.SealedFields;

/** Changes facts of a household and of its members, and adds members. */
@Singleton
class EditHousehold {

    private static final String TYPE = "HOUSEHOLD";

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;
    private final HouseholdMaker maker;
    private final SealedFields sealed;
    private final Trail trail;
    private final Clock clock;

    EditHousehold(
            HouseholdRepository households,
            HouseholdMemberRepository members,
            HouseholdMaker maker,
            SealedFields sealed,
            Trail trail,
            Clock clock) {
        this.households = households;
        this.members = members;
        this.maker = maker;
        this.sealed = sealed;
        this.trail = trail;
        this.clock = clock;
    }

    /** Answers the household afterwards. Refused with 409 when the id of a new member belongs to another household. */
    Uni<Result<HouseholdView>> edit(UUID id, Result<BaseVersion> base, HouseholdPatch patch, Caller caller) {
        return caller.with(Right.HOUSEHOLD_WRITE)
                .then(able -> Races.again(() -> Panache.withTransaction(
                        () -> households.locked(id).chain(found -> edited(found, base, patch, caller)))));
    }

    private Uni<Result<HouseholdView>> edited(
            @Nullable Household household, Result<BaseVersion> base, HouseholdPatch patch, Caller caller) {
        if (household == null) {
            return Uni.createFrom().item(Result.refused(Problem.NOT_FOUND));
        }
        return caller.acting(Right.HOUSEHOLD_WRITE, household.areaCode)
                .flatMap(post -> base.flatMap(version -> version.against(household.version))
                        .map(fresh -> post))
                .then(post -> members.ofHouseholds(List.of(household.id)).chain(people -> HouseholdEdit.of(
                                StoredHousehold.form(household, people, sealed), patch, LocalDays.today(clock))
                        .then(edit -> free(edit, people))
                        .chain(edit -> edit.thenDo(able -> write(household, people, able, caller, post)))));
    }

    private Uni<Result<HouseholdEdit>> free(HouseholdEdit edit, List<HouseholdMember> people) {
        List<UUID> known = HouseholdMember.ids(people);
        List<UUID> added = edit.after().members().stream()
                .map(HouseholdForm.Member::id)
                .filter(id -> !known.contains(id))
                .toList();
        return members.anyTaken(added).map(taken -> taken ? Result.refused(Problem.ID_REUSED) : Result.ok(edit));
    }

    private Uni<HouseholdView> write(
            Household household, List<HouseholdMember> people, HouseholdEdit edit, Caller caller, Post post) {
        if (edit.before().equals(edit.after())) {
            return Uni.createFrom().item(HouseholdView.of(household, people, caller, sealed));
        }
        Instant now = clock.instant();
        LocalDate today = LocalDays.of(now);
        Map<UUID, HouseholdMember> known =
                people.stream().collect(Collectors.toMap(member -> member.id, member -> member));
        List<HouseholdMember> added = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        ChangedFacts.between(edit.before(), edit.after()).stream()
                .filter(fact -> !fact.equals("members"))
                .forEach(fact -> changes.add(new Change(household.id, fact)));
        maker.write(household, edit.after());
        for (HouseholdForm.Member form : edit.after().members()) {
            HouseholdMember member = known.get(form.id());
            if (member == null) {
                added.add(maker.member(household.id, form, today));
                changes.add(new Change(form.id(), "member-added"));
            } else {
                changed(edit, form).forEach(fact -> changes.add(new Change(form.id(), fact)));
                maker.write(member, form, today);
            }
        }
        household.touch(now, caller.workerId());
        List<HouseholdMember> all = new ArrayList<>(people);
        all.addAll(added);
        all.sort(Comparator.comparing(member -> member.id.toString()));
        return members.add(added)
                .chain(() -> Panache.getSession().chain(session -> session.flush()))
                .chain(() -> told(household, changes, caller, post))
                .map(done -> HouseholdView.of(household, all, caller, sealed));
    }

    /** A fact of the household or of one of its members. */
    private record Change(UUID of, String fact) {}

    private static List<String> changed(HouseholdEdit edit, HouseholdForm.Member form) {
        return edit.before().members().stream()
                .filter(member -> member.id().equals(form.id()))
                .flatMap(member -> ChangedFacts.between(member, form).stream())
                .toList();
    }

    private Uni<Void> told(Household household, List<Change> changes, Caller caller, Post post) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (Change change : changes) {
            Subject subject = new Subject(TYPE, change.of(), household.areaCode);
            told = told.chain(() -> trail.changed(caller, post, "household.edit." + change.fact(), subject));
        }
        return told;
    }
}
