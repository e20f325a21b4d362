package org.shouwang.register.child;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.household.Parent;

/**
 * Who is a left-behind child (国发〔2016〕13号; data dictionary 2.1): younger than 16, of a rural household, and either both
 * parents have been away for six months, or one is away while the other cannot be a guardian.
 *
 * <p>How it is read: months are calendar months, and where the last one has no such day its last day counts (民法典 art. 202),
 * so that 31 August and six months is the last of February. The six months are asked where both are away; a child whose only
 * able parent leaves is left behind on that day. Unable is who has no ability to be a guardian, is dead, declared missing or
 * out of contact. What is not known of a parent, and a parent of whom nothing is recorded, makes nobody left behind: a person
 * may still claim it.
 */
final class LeftBehindRule {

    static final int MONTHS_AWAY = 6;

    private LeftBehindRule() {}

    /** What is recorded of a child and its parents. */
    record Family(
            @Nullable LocalDate birthDate,
            @Nullable Boolean ruralHukou,
            Optional<Parent> father,
            Optional<Parent> mother) {}

    /** The first day on which the rule holds by these facts, which may be to come; empty when it never does. */
    static Optional<LocalDate> since(Family family) {
        LocalDate birthDate = family.birthDate();
        if (birthDate == null || !Boolean.TRUE.equals(family.ruralHukou())) {
            return Optional.empty();
        }
        return family.father()
                .flatMap(father -> family.mother().flatMap(mother -> away(father, mother)))
                .map(day -> day.isBefore(birthDate) ? birthDate : day)
                .filter(day -> ChildRules.ageOn(day, birthDate) < CategoryRules.LEFT_BEHIND_UNDER);
    }

    private static Optional<LocalDate> away(Parent father, Parent mother) {
        Optional<LocalDate> both = father.away()
                .flatMap(one -> mother.away().map(other -> one.isAfter(other) ? one : other))
                .map(later -> later.plusMonths(MONTHS_AWAY));
        Optional<LocalDate> fatherAlone = mother.isUnable() ? father.away() : Optional.empty();
        Optional<LocalDate> motherAlone = father.isUnable() ? mother.away() : Optional.empty();
        return Stream.of(both, fatherAlone, motherAlone)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }
}
