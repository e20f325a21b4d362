package org.shouwang.register;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ChangeFeed;

/** Households in the change feed, as {@link LookAtHousehold} shows them. */
@Singleton
class HouseholdFeed implements ChangeFeed {

    private final HouseholdRepository households;
    private final HouseholdMemberRepository members;
    private final SealedFields sealed;

    HouseholdFeed(HouseholdRepository households, HouseholdMemberRepository members, SealedFields sealed) {
        this.households = households;
        this.members = members;
        this.sealed = sealed;
    }

    @Override
    public String kind() {
        return "household";
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.HOUSEHOLD_READ);
    }

    @Override
    @WithSession
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return households
                .byIds(ids)
                .map(found -> found.stream()
                        .filter(household -> caller.may(Right.HOUSEHOLD_READ, household.areaCode))
                        .toList())
                .chain(visible -> members.ofHouseholds(
                                visible.stream().map(household -> household.id).toList())
                        .map(people -> views(visible, people)));
    }

    private Map<UUID, Object> views(List<Household> visible, List<HouseholdMember> people) {
        Map<UUID, List<HouseholdMember>> membersOf =
                people.stream().collect(Collectors.groupingBy(member -> member.householdId));
        return visible.stream()
                .collect(Collectors.toMap(
                        household -> household.id,
                        household ->
                                HouseholdView.of(household, membersOf.getOrDefault(household.id, List.of()), sealed)));
    }
}
