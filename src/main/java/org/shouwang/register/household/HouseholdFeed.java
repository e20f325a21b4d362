package org.shouwang.register.household;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.feed.BrokenRecords;
import org.shouwang.platform.feed.ChangeFeed;
import org.shouwang.register.SealedFields;

/** Households in the change feed, as {@link LookAtHousehold} shows them; what a page shows is logged where it is read. */
@Singleton
class HouseholdFeed implements ChangeFeed {

    static final String KIND = "household";

    private static final String TYPE = "HOUSEHOLD";

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;
    private final SealedFields sealed;
    private final Trail trail;
    private final BrokenRecords broken;

    HouseholdFeed(
            HouseholdRepository households,
            HouseholdMemberRepository members,
            SealedFields sealed,
            Trail trail,
            BrokenRecords broken) {
        this.households = households;
        this.members = members;
        this.sealed = sealed;
        this.trail = trail;
        this.broken = broken;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String schema() {
        return "Household";
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.HOUSEHOLD_READ);
    }

    @Override
    @WithTransaction
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return households
                .byIds(ids)
                .map(found -> found.stream()
                        .filter(household -> caller.may(Right.HOUSEHOLD_READ, household.areaCode))
                        .toList())
                .chain(visible -> members.ofHouseholds(
                                visible.stream().map(household -> household.id).toList())
                        .call(people -> log(caller, visible, people))
                        .map(people -> views(visible, people, caller)));
    }

    /** With the members, whose numbers the view masks. */
    private Uni<Void> log(Caller caller, List<Household> visible, List<HouseholdMember> people) {
        Map<UUID, AreaCode> homes =
                visible.stream().collect(Collectors.toMap(household -> household.id, household -> household.areaCode));
        List<Subject> shown = Stream.concat(
                        homes.entrySet().stream().map(home -> new Subject(TYPE, home.getKey(), home.getValue())),
                        people.stream().map(member -> new Subject(TYPE, member.id, homes.get(member.householdId))))
                .toList();
        return trail.looked(caller, Right.HOUSEHOLD_READ, "household.sync", TYPE, shown);
    }

    private Map<UUID, Object> views(List<Household> visible, List<HouseholdMember> people, Caller caller) {
        Map<UUID, List<HouseholdMember>> membersOf =
                people.stream().collect(Collectors.groupingBy(member -> member.householdId));
        return broken.viewsOf(
                KIND,
                visible,
                household -> household.id,
                household ->
                        HouseholdView.of(household, membersOf.getOrDefault(household.id, List.of()), caller, sealed));
    }
}
