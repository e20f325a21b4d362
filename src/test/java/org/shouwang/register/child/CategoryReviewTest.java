package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.register.child.LeftBehindRule.Family;
import org.shouwang.register.household.GuardianshipAbility;
import org.shouwang.register.household.Parent;
import org.shouwang.register.household.VitalStatus;

class CategoryReviewTest {

    private static final LocalDate BORN = LocalDate.of(2015, 6, 1);
    private static final LocalDate SIX_MONTHS = LocalDate.of(2025, 8, 10);
    private static final LocalDate SIXTEEN = LocalDate.of(2031, 6, 1);
    private static final Family AWAY = family(LocalDate.of(2025, 2, 10));
    private static final Family TOGETHER = family(null);

    /** Example E1 of the data dictionary, from the first day to the last. */
    @Test
    void aProposalIsMadeOnTheDayAndEndsOnTheSixteenthBirthday() {
        CategoryReview before = review(AWAY, SIX_MONTHS.minusDays(1));
        CategoryReview onTheDay = review(AWAY, SIX_MONTHS);
        ChildCategory category = proposal(SIX_MONTHS);
        CategoryReview ever = review(AWAY, SIX_MONTHS, category);
        CategoryReview atSixteen = review(AWAY, SIXTEEN, category);

        assertThat(before).isEqualTo(new CategoryReview(Optional.empty(), Map.of(), Set.of(), Optional.of(SIX_MONTHS)));
        assertThat(onTheDay)
                .isEqualTo(new CategoryReview(Optional.of(SIX_MONTHS), Map.of(), Set.of(), Optional.of(SIXTEEN)));
        assertThat(ever).isEqualTo(new CategoryReview(Optional.empty(), Map.of(), Set.of(), Optional.of(SIXTEEN)));
        assertThat(atSixteen)
                .isEqualTo(
                        new CategoryReview(Optional.empty(), Map.of(category.id, SIXTEEN), Set.of(), Optional.empty()));
    }

    @Test
    void whoIsSixteenWhenTheFactsAreRecordedIsNotProposed() {
        assertThat(review(AWAY, SIXTEEN))
                .isEqualTo(new CategoryReview(Optional.empty(), Map.of(), Set.of(), Optional.empty()));
        assertThat(review(AWAY, SIXTEEN.minusDays(1)).propose()).contains(SIX_MONTHS);
    }

    @Test
    void whatWasRefusedIsNotProposedAgainUntilTheParentsLeaveAgain() {
        ChildCategory refused = proposal(SIX_MONTHS);
        refused.status = CategoryStatus.REJECTED;

        assertThat(review(AWAY, SIX_MONTHS.plusDays(9), refused).propose()).isEmpty();
        assertThat(review(family(LocalDate.of(2026, 3, 1)), LocalDate.of(2026, 9, 1), refused)
                        .propose())
                .contains(LocalDate.of(2026, 9, 1));
    }

    @Test
    void aProposalThatNobodyConfirmedEndsWhenAParentIsBack() {
        ChildCategory proposal = proposal(SIX_MONTHS);
        LocalDate back = LocalDate.of(2025, 10, 1);

        assertThat(review(TOGETHER, back, proposal).ends()).isEqualTo(Map.of(proposal.id, back));

        proposal.status = CategoryStatus.VERIFIED;
        assertThat(review(TOGETHER, back, proposal).ends()).isEmpty();
    }

    @Test
    void whoLeavesAgainIsLookedAtAgainAlsoWhileTheOldProposalEnds() {
        ChildCategory proposal = proposal(SIX_MONTHS);

        CategoryReview review = review(family(LocalDate.of(2026, 1, 5)), LocalDate.of(2026, 1, 6), proposal);

        assertThat(review.ends()).containsOnlyKeys(proposal.id);
        assertThat(review.next()).contains(LocalDate.of(2026, 7, 5));
    }

    @Test
    void whatOnlyTheRuleEndedIsProposedAgainAndWhatAPersonEndedIsNot() {
        ChildCategory byRule = proposal(SIX_MONTHS);
        byRule.endByRule(SIX_MONTHS.plusDays(9));
        ChildCategory byAPerson = proposal(SIX_MONTHS);
        byAPerson.end(SIX_MONTHS.plusDays(9));

        assertThat(review(AWAY, SIX_MONTHS.plusDays(20), byRule).propose()).contains(SIX_MONTHS);
        assertThat(review(AWAY, SIX_MONTHS.plusDays(20), byAPerson).propose()).isEmpty();
    }

    @Test
    void whatEndedByAWrongBirthDateStandsAgainWithTheRightOne() {
        ChildCategory approved = proposal(SIX_MONTHS);
        approved.status = CategoryStatus.APPROVED;
        approved.endByRule(SIXTEEN);

        CategoryReview right = review(AWAY, SIXTEEN.minusDays(1), approved);

        assertThat(right.restored()).containsExactly(approved.id);
        assertThat(right.propose()).isEmpty();
        assertThat(right.next()).contains(SIXTEEN);
        assertThat(review(AWAY, SIXTEEN, approved).restored()).isEmpty();
    }

    @Test
    void nothingStandsAgainBesideAnotherOfItsCodeOrAgainstAPersonsWord() {
        ChildCategory approved = proposal(SIX_MONTHS);
        approved.status = CategoryStatus.APPROVED;
        approved.endByRule(SIX_MONTHS.plusDays(9));
        ChildCategory claimedSince = ChildCategory.proposed(
                new UUID(0, 4), new UUID(0, 1), CategoryCode.LEFT_BEHIND, SIX_MONTHS.plusDays(20));
        ChildCategory ended = proposal(SIX_MONTHS);
        ended.status = CategoryStatus.APPROVED;
        ended.end(SIX_MONTHS.plusDays(9));

        assertThat(review(AWAY, SIX_MONTHS.plusDays(30), approved, claimedSince).restored())
                .isEmpty();
        assertThat(review(AWAY, SIX_MONTHS.plusDays(30), ended).restored()).isEmpty();
    }

    @Test
    void aClosedFileIsLeftAlone() {
        CategoryReview review = CategoryReview.of(AWAY, FileStatus.CLOSED, List.of(), SIX_MONTHS);

        assertThat(review).isEqualTo(new CategoryReview(Optional.empty(), Map.of(), Set.of(), Optional.empty()));
    }

    @Test
    void anOrphanIsOneUntilEighteen() {
        ChildCategory orphan = new ChildCategory(
                new UUID(0, 1),
                new ChildForm.Category(new UUID(0, 2), CategoryCode.ORPHAN_SCATTERED, SIX_MONTHS, null));

        assertThat(review(TOGETHER, SIXTEEN, orphan).next()).contains(LocalDate.of(2033, 6, 1));
        assertThat(review(TOGETHER, LocalDate.of(2033, 6, 1), orphan).ends()).containsOnlyKeys(orphan.id);
    }

    @Test
    void whoWasBornOnALeapDayIsOfAgeOnTheFirstOfMarchWhereThereIsNone() {
        assertThat(ChildRules.birthday(LocalDate.of(2012, 2, 29), 16)).isEqualTo("2028-02-29");
        assertThat(ChildRules.birthday(LocalDate.of(2012, 2, 29), 18)).isEqualTo("2030-03-01");
    }

    private static CategoryReview review(Family family, LocalDate today, ChildCategory... categories) {
        return CategoryReview.of(family, FileStatus.ACTIVE, List.of(categories), today);
    }

    private static ChildCategory proposal(LocalDate from) {
        return ChildCategory.proposed(new UUID(0, 3), new UUID(0, 1), CategoryCode.LEFT_BEHIND, from);
    }

    private static Family family(@Nullable LocalDate left) {
        Parent parent = new Parent(VitalStatus.ALIVE, GuardianshipAbility.FULL, left != null, left);
        return new Family(BORN, true, Optional.of(parent), Optional.of(parent));
    }
}
