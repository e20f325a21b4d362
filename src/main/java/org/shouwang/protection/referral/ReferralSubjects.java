package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.child.Children;
import org.shouwang.register.household.Households;

/** Whom a referral is about, and where they live; nobody moves them until the transaction ends. */
@Singleton
class ReferralSubjects {

    private final Children children;
    private final Households households;

    ReferralSubjects(Children children, Households households) {
        this.children = children;
        this.households = households;
    }

    /** @param household of a member; null for a child */
    record Subject(AreaCode area, @Nullable UUID household) {}

    /** Empty where there is no such person. */
    Uni<Optional<Subject>> of(Sending asked) {
        UUID child = asked.childId();
        return child == null
                ? households
                        .ofMember(Objects.requireNonNull(asked.personRef()))
                        .map(found -> found.map(home -> new Subject(home.areaCode(), home.id())))
                : children.facts(Set.of(child)).map(found -> Optional.ofNullable(found.get(child))
                        .map(facts -> new Subject(facts.areaCode(), null)));
    }
}
