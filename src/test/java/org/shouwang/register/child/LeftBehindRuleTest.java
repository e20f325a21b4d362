package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwang.register.child.LeftBehindRule.Family;
import org.shouwang.register.household.GuardianshipAbility;
import org.shouwang.register.household.Parent;
import org.shouwang.register.household.VitalStatus;

class LeftBehindRuleTest {

    private static final LocalDate BORN = LocalDate.of(2015, 6, 1);
    private static final Parent HOME = new Parent(VitalStatus.ALIVE, GuardianshipAbility.FULL, false, null);

    /** Example E1 of the data dictionary. */
    @Test
    void bothParentsAwayForSixMonthsMakeALeftBehindChild() {
        Parent away = away("2025-02-10");

        Optional<LocalDate> since = since(away, away);

        assertThat(since).contains(LocalDate.of(2025, 8, 10));
    }

    @Test
    void theSixMonthsBeginWhenTheSecondParentLeaves() {
        assertThat(since(away("2025-02-10"), away("2025-03-20"))).contains(LocalDate.of(2025, 9, 20));
        assertThat(since(away("2025-03-20"), away("2025-02-10"))).contains(LocalDate.of(2025, 9, 20));
    }

    @ParameterizedTest
    @CsvSource({"2025-08-31,2026-02-28", "2023-08-31,2024-02-29", "2025-08-28,2026-02-28", "2025-12-31,2026-06-30"})
    void aMonthWithoutThatDayEndsOnItsLast(LocalDate left, LocalDate since) {
        assertThat(since(away(left.toString()), away("2020-01-01"))).contains(since);
    }

    @Test
    void whoseOnlyAbleParentLeavesIsLeftBehindOnThatDay() {
        Parent ill = new Parent(VitalStatus.ALIVE, GuardianshipAbility.NONE, false, null);
        Parent dead = new Parent(VitalStatus.DEAD, GuardianshipAbility.FULL, null, null);

        assertThat(since(ill, away("2025-02-10"))).contains(LocalDate.of(2025, 2, 10));
        assertThat(since(away("2025-02-10"), dead)).contains(LocalDate.of(2025, 2, 10));
        assertThat(since(HOME, away("2025-02-10"))).isEmpty();
        assertThat(since(ill, dead)).isEmpty();
    }

    @Test
    void whatIsNotKnownMakesNobodyLeftBehind() {
        Parent away = away("2025-02-10");
        Parent sinceWhen = new Parent(VitalStatus.ALIVE, GuardianshipAbility.FULL, true, null);

        assertThat(LeftBehindRule.since(new Family(BORN, true, Optional.of(away), Optional.empty())))
                .isEmpty();
        assertThat(LeftBehindRule.since(new Family(BORN, null, Optional.of(away), Optional.of(away))))
                .isEmpty();
        assertThat(LeftBehindRule.since(new Family(null, true, Optional.of(away), Optional.of(away))))
                .isEmpty();
        assertThat(since(away, sinceWhen)).isEmpty();
    }

    /** A family, and the day in question. */
    record Case(
            @Nullable LocalDate born,
            @Nullable Boolean rural,
            @Nullable Parent father,
            @Nullable Parent mother,
            LocalDate day) {}

    @ParameterizedTest
    @MethodSource("generated")
    void theRuleAgreesWithTheOracleOnEveryDay(Case family) {
        Optional<LocalDate> since = LeftBehindRule.since(new Family(
                family.born(),
                family.rural(),
                Optional.ofNullable(family.father()),
                Optional.ofNullable(family.mother())));
        boolean young =
                family.born() != null && ChildRules.birthday(family.born(), 16).isAfter(family.day());

        boolean holds = young && since.filter(day -> !day.isAfter(family.day())).isPresent();

        assertThat(holds).isEqualTo(oracle(family));
    }

    /** So that the oracle is asked on both sides of its borders. */
    @Test
    void theGeneratedCasesAreOfBothKinds() {
        List<Boolean> answers = generated().map(LeftBehindRuleTest::oracle).toList();

        assertThat(answers).hasSize(300);
        assertThat(answers.stream().filter(yes -> yes).count()).isBetween(60L, 240L);
    }

    /** Written from the sentence of the reference, with nothing of the rule: counts on digits of dates. */
    private static boolean oracle(Case family) {
        LocalDate born = family.born();
        if (born == null || family.rural() == null || !family.rural() || number(family.day()) < number(born)) {
            return false;
        }
        boolean sixteen = number(family.day()) - number(born) >= 16_00_00;
        if (sixteen || family.father() == null || family.mother() == null) {
            return false;
        }
        int father = monthsAway(family.father(), family.day());
        int mother = monthsAway(family.mother(), family.day());
        return (father >= 6 && mother >= 6)
                || (father >= 0 && cannotCare(family.mother()))
                || (mother >= 0 && cannotCare(family.father()));
    }

    private static int number(LocalDate day) {
        return day.getYear() * 1_00_00 + day.getMonthValue() * 1_00 + day.getDayOfMonth();
    }

    /** Whole calendar months since the parent left, -1 when at home: the last day of a month ends any longer one. */
    private static int monthsAway(Parent parent, LocalDate day) {
        LocalDate left = parent.awaySince();
        boolean away = parent.vitalStatus() == VitalStatus.ALIVE && parent.isAway() != null && parent.isAway();
        if (!away || left == null || number(left) > number(day)) {
            return -1;
        }
        int months = (day.getYear() - left.getYear()) * 12 + day.getMonthValue() - left.getMonthValue();
        boolean lastOfMonth = day.plusDays(1).getDayOfMonth() == 1;
        return day.getDayOfMonth() >= left.getDayOfMonth() || lastOfMonth ? months : months - 1;
    }

    private static boolean cannotCare(Parent parent) {
        return parent.guardianshipAbility() == GuardianshipAbility.NONE
                || List.of("DEAD", "DECLARED_MISSING", "LOST_CONTACT")
                        .contains(parent.vitalStatus().name());
    }

    private static Stream<Case> generated() {
        Random random = new Random(20251130);
        return IntStream.range(0, 300).mapToObj(i -> {
            LocalDate born = i % 5 == 0
                    ? LocalDate.of(2012, 2, 29)
                    : LocalDate.of(2008, 1, 1).plusDays(random.nextInt(6200));
            LocalDate left = i % 3 == 0
                    ? LocalDate.of(2020 + random.nextInt(6), 8, 31)
                    : LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2000));
            Parent father = parent(random, left);
            Parent mother = parent(random, random.nextBoolean() ? left : left.plusDays(random.nextInt(600) - 300));
            LocalDate day =
                    switch (i % 4) {
                        case 0 -> left.plusMonths(6).plusDays(random.nextInt(3) - 1);
                        case 1 -> born.plusYears(16).plusDays(random.nextInt(3) - 1);
                        case 2 -> left.plusDays(random.nextInt(3) - 1);
                        default -> left.plusDays(random.nextInt(500));
                    };
            return new Case(
                    random.nextInt(20) == 0 ? null : born,
                    random.nextInt(15) == 0 ? null : random.nextInt(15) > 0,
                    random.nextInt(20) == 0 ? null : father,
                    random.nextInt(20) == 0 ? null : mother,
                    day);
        });
    }

    private static Parent parent(Random random, LocalDate left) {
        VitalStatus vital = random.nextInt(6) == 0 ? VitalStatus.values()[random.nextInt(5)] : VitalStatus.ALIVE;
        GuardianshipAbility ability = random.nextInt(4) == 0 ? GuardianshipAbility.NONE : GuardianshipAbility.FULL;
        Boolean away = random.nextInt(15) == 0 ? null : random.nextInt(6) > 0;
        return new Parent(vital, ability, away, random.nextInt(15) == 0 ? null : left);
    }

    private static Parent away(String since) {
        return new Parent(VitalStatus.ALIVE, GuardianshipAbility.FULL, true, LocalDate.parse(since));
    }

    private static Optional<LocalDate> since(Parent father, Parent mother) {
        return LeftBehindRule.since(new Family(BORN, true, Optional.of(father), Optional.of(mother)));
    }
}
