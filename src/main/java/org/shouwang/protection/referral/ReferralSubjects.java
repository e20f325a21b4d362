package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.register.child.Children;
import org.shouwang.register.household.Households;

/** Whom a referral is about, and where they live; nobody moves them until the transaction ends. */
@Singleton
class ReferralSubjects {

    private static final String BORN = "select birth_date from household_member where id = $1";

    private final Children children;
    private final Households households;

    ReferralSubjects(Children children, Households households) {
        this.children = children;
        this.households = households;
    }

    /**
     * Somebody who is referred.
     *
     * @param household of a member; null for a child
     * @param born null where the day is not known
     * @param open whether somebody looks after the child by its file; so it is for a member
     */
    record Subject(
            AreaCode area,
            @Nullable UUID household,
            @Nullable LocalDate born,
            boolean open) {}

    /** Empty where there is no such person. */
    Uni<Optional<Subject>> of(Sending asked) {
        UUID child = asked.childId();
        return child == null
                ? member(Objects.requireNonNull(asked.personRef()))
                : children.facts(Set.of(child)).map(found -> Optional.ofNullable(found.get(child))
                        .map(facts -> new Subject(
                                facts.areaCode(),
                                null,
                                facts.birthDate(),
                                facts.fileStatus().isOpen())));
    }

    private Uni<Optional<Subject>> member(UUID id) {
        return households.ofMember(id).chain(found -> SessionSql.rows(BORN, id)
                .map(rows -> found.map(home -> new Subject(
                        home.areaCode(), home.id(), rows.isEmpty() ? null : (LocalDate) rows.get(0)[0], true))));
    }
}
