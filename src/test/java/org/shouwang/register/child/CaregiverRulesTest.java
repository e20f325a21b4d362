package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.problem.Violation;
import org.shouwang.register.child.CaregiverRules.Relative;

class CaregiverRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final UUID GRANDMOTHER = new UUID(0, 1);
    private static final UUID FATHER = new UUID(0, 2);
    private static final UUID UNCLE = new UUID(0, 3);
    private static final Map<UUID, Relative> FAMILY = Map.of(
            GRANDMOTHER, new Relative(true, false), FATHER, new Relative(true, true), UNCLE, new Relative(true, false));
    /** The child lives at its uncle's, and its father and grandmother where it lived before. */
    private static final Map<UUID, Relative> MOVED = Map.of(
            GRANDMOTHER,
            new Relative(false, false),
            FATHER,
            new Relative(false, true),
            UNCLE,
            new Relative(true, false));

    @Test
    void aCaregiverAndAFatherWhoCallsPass() {
        assertThat(check(
                        link(GRANDMOTHER, RelationCode.PATERNAL_GRANDMOTHER, true),
                        link(FATHER, RelationCode.FATHER, false)))
                .isEmpty();
    }

    @Test
    void twoCaregiversAreNamedAndNoneIsMerelyNotKnownYet() {
        assertThat(check()).isEmpty();
        assertThat(check(
                        link(GRANDMOTHER, RelationCode.PATERNAL_GRANDMOTHER, true),
                        link(UNCLE, RelationCode.OTHER_RELATIVE, true)))
                .containsExactly(Violation.of("members", "one-caregiver"));
    }

    @Test
    void twoFathersAreNamed() {
        assertThat(check(link(FATHER, RelationCode.FATHER, true), link(UNCLE, RelationCode.FATHER, false)))
                .containsExactly(Violation.of("members", "one-father"));
    }

    @Test
    void twoMothersAreNamed() {
        assertThat(check(link(GRANDMOTHER, RelationCode.MOTHER, true), link(UNCLE, RelationCode.MOTHER, false)))
                .containsExactly(Violation.of("members", "one-mother"));
    }

    @Test
    void aStrangerAndARepeatedMemberAreNamed() {
        assertThat(check(
                        link(new UUID(0, 7), RelationCode.NO_RELATIVE, true),
                        link(UNCLE, RelationCode.OTHER_RELATIVE, false),
                        link(UNCLE, RelationCode.OTHER_RELATIVE, false)))
                .containsExactly(
                        Violation.of("members[0].memberId", "household-member"),
                        Violation.of("members[2].memberId", "no-repeat"));
    }

    @Test
    void ofAParentWhoIsAwayTheContactIsAsked() {
        assertThat(check(new ChildForm.Link(FATHER, RelationCode.FATHER, null, null, true)))
                .containsExactly(Violation.of("members[0].contactFreq", "needed-when-away"));
        assertThat(check(new ChildForm.Link(UNCLE, RelationCode.FATHER, null, null, true)))
                .isEmpty();
    }

    @Test
    void aReunionOfTomorrowIsNamed() {
        assertThat(check(link(UNCLE, RelationCode.OTHER_RELATIVE, true, TODAY.plusDays(1))))
                .containsExactly(Violation.of("members[0].lastReunionOn", "not-in-future"));
    }

    @Test
    void whatTheFileSaysAlreadyIsJudgedNoMore() {
        ChildForm.Link silent = new ChildForm.Link(FATHER, RelationCode.FATHER, null, TODAY.plusDays(1), false);

        assertThat(CaregiverRules.check(List.of(silent), List.of(silent), Map.of(), TODAY))
                .isEmpty();
        assertThat(edited(silent, link(FATHER, RelationCode.OTHER_RELATIVE, false, TODAY.plusDays(1))))
                .containsExactly(Violation.of("members[0].lastReunionOn", "not-in-future"));
    }

    @Test
    void aParentWhoLivesElsewhereStaysOneOfWhomSomethingIsLearned() {
        ChildForm.Link father = link(FATHER, RelationCode.FATHER, false);

        assertThat(edited(father, link(FATHER, RelationCode.FATHER, false, TODAY)))
                .isEmpty();
        assertThat(edited(father, link(FATHER, RelationCode.FATHER, true)))
                .containsExactly(Violation.of("members[0].memberId", "household-member"));
        assertThat(edited(father, link(GRANDMOTHER, RelationCode.PATERNAL_GRANDMOTHER, false)))
                .containsExactly(Violation.of("members[0].memberId", "household-member"));
    }

    @Test
    void whoCaredForTheChildBeforeItLeftIsNotCalledAStranger() {
        ChildForm.Link caregiver = link(GRANDMOTHER, RelationCode.PATERNAL_GRANDMOTHER, true);

        assertThat(edited(caregiver, link(GRANDMOTHER, RelationCode.PATERNAL_GRANDMOTHER, true, TODAY)))
                .isEmpty();
        assertThat(edited(caregiver, link(GRANDMOTHER, RelationCode.PATERNAL_GRANDMOTHER, false)))
                .isEmpty();
    }

    private static List<Violation> edited(ChildForm.Link before, ChildForm.Link after) {
        return CaregiverRules.check(List.of(after), List.of(before), MOVED, TODAY);
    }

    private static List<Violation> check(ChildForm.Link... links) {
        return CaregiverRules.check(List.of(links), List.of(), FAMILY, TODAY);
    }

    private static ChildForm.Link link(UUID member, RelationCode relation, boolean caregiver) {
        return link(member, relation, caregiver, null);
    }

    private static ChildForm.Link link(
            UUID member, RelationCode relation, boolean caregiver, @Nullable LocalDate reunion) {
        return new ChildForm.Link(member, relation, ContactFreq.WEEKLY, reunion, caregiver);
    }
}
