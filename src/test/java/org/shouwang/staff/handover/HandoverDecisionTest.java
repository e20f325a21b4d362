package org.shouwang.staff.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.handover.HandoverDecision.Accepted;
import org.shouwang.staff.handover.HandoverDecision.Around;

class HandoverDecisionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
    private static final LocalDate APPOINTED = LocalDate.of(2021, 1, 15);
    private static final AreaRanges TOWN = AreaRanges.of(610304115000L, 610304116000L);
    private static final AreaRanges VILLAGE = AreaRanges.of(610304115200L, 610304115201L);
    private static final AreaRanges NEXT_VILLAGE = AreaRanges.of(610304115201L, 610304115202L);

    private final LeavingPost leaving = leaving(RoleCode.CHILDREN_DIRECTOR);
    private final Post coordinator = post(RoleCode.TOWNSHIP_COORDINATOR, TOWN);
    private final Caller caller = caller(coordinator);

    private static LeavingPost leaving(RoleCode role) {
        return new LeavingPost(UUID.randomUUID(), UUID.randomUUID(), role, new AreaCode(610304115200L), APPOINTED);
    }

    private static Post post(RoleCode role, AreaRanges areas) {
        Map<Right, Set<FieldClass>> rights =
                role == RoleCode.CHILDREN_DIRECTOR ? Map.of() : Map.of(Right.HANDOVER_WRITE, Set.of());
        return new Post(UUID.randomUUID(), role, areas, rights);
    }

    private static Caller caller(Post... posts) {
        return new Caller(UUID.randomUUID(), 7, Arrays.asList(posts), null);
    }

    private static Holder holder(Post post) {
        return new Holder(UUID.randomUUID(), 8, post);
    }

    private static HandoverForm form(LeavingPost leaving, @Nullable UUID to, @Nullable LocalDate endedOn) {
        return new HandoverForm(UUID.randomUUID(), leaving.id(), to, EndReason.RESIGN, endedOn);
    }

    private static Result<Accepted> decide(LeavingPost leaving, Caller caller, @Nullable LocalDate endedOn) {
        return HandoverDecision.decide(
                form(leaving, null, endedOn),
                new Around(Optional.of(leaving), Set.of(), Optional.empty()),
                caller,
                TODAY);
    }

    private Result<Accepted> named(Optional<Holder> inForce, UUID id) {
        return HandoverDecision.decide(
                form(leaving, id, null), new Around(Optional.of(leaving), Set.of(), inForce), caller, TODAY);
    }

    private static Accepted accepted(Result<Accepted> result) {
        return ((Result.Ok<Accepted>) result).value();
    }

    private static Result<Accepted> refused(Problem problem) {
        return Result.refused(problem);
    }

    private static Result<Accepted> invalid(String field, String rule) {
        return Result.refused(new Refusal(Problem.INVALID, List.of(Violation.of(field, rule))));
    }

    @Test
    void whileThePostIsVacantWhoeverConfirmsTakesOver() {
        Accepted accepted = accepted(decide(leaving, caller, null));

        assertThat(accepted.receiver()).contains(new Holder(caller.workerId(), caller.number(), coordinator));
        assertThat(accepted.acting()).isEqualTo(coordinator);
        assertThat(accepted.endedOn()).isEqualTo(TODAY);
    }

    @Test
    void anAdministratorEndsAPostWithoutTakingOver() {
        LeavingPost officer = leaving(RoleCode.AGENCY_OFFICER);

        Accepted accepted = accepted(decide(officer, caller(post(RoleCode.ADMINISTRATOR, TOWN)), null));

        assertThat(accepted.receiver()).isEmpty();
    }

    @Test
    void theLastDayLiesBetweenTheAppointmentAndToday() {
        assertThat(accepted(decide(leaving, caller, APPOINTED)).endedOn()).isEqualTo(APPOINTED);
        assertThat(accepted(decide(leaving, caller, TODAY)).endedOn()).isEqualTo(TODAY);
        assertThat(decide(leaving, caller, APPOINTED.minusDays(1)))
                .isEqualTo(invalid("endedOn", "not-before-appointed"));
        assertThat(decide(leaving, caller, TODAY.plusDays(1))).isEqualTo(invalid("endedOn", "not-in-future"));
    }

    @Test
    void nobodyConfirmsTheEndOfTheOwnPost() {
        Caller both = new Caller(leaving.workerId(), 7, List.of(coordinator), null);

        assertThat(decide(leaving, both, null)).isEqualTo(invalid("fromAppointmentId", "handover-by-another"));
    }

    @Test
    void aPostElsewhereIsNotThereAndOneOfAnotherLineIsForbidden() {
        assertThat(decide(leaving, caller(post(RoleCode.TOWNSHIP_COORDINATOR, NEXT_VILLAGE)), null))
                .isEqualTo(refused(Problem.NOT_FOUND));
        assertThat(decide(leaving, caller(post(RoleCode.TOWNSHIP_WOMENS_CHAIR, TOWN)), null))
                .isEqualTo(refused(Problem.ROLE_FORBIDDEN));
    }

    @Test
    void whoHoldsBothPostsOfTheTownActsInTheLineOfThePostThatEnds() {
        Post chair = post(RoleCode.TOWNSHIP_WOMENS_CHAIR, TOWN);

        assertThat(accepted(decide(leaving, caller(chair, coordinator), null)).acting())
                .isEqualTo(coordinator);
    }

    @Test
    void aSuccessorIsInForceAbleAndOverTheSameArea() {
        Post director = post(RoleCode.CHILDREN_DIRECTOR, VILLAGE);
        Post chair = post(RoleCode.WOMENS_CHAIR, VILLAGE);
        Post elsewhere = post(RoleCode.CHILDREN_DIRECTOR, NEXT_VILLAGE);
        Post itself = new Post(leaving.id(), RoleCode.CHILDREN_DIRECTOR, VILLAGE, Map.of());
        Result<Accepted> no = invalid("toAppointmentId", "handover-successor");

        assertThat(accepted(named(Optional.of(holder(director)), director.appointmentId()))
                        .receiverId())
                .contains(director.appointmentId());
        assertThat(named(Optional.empty(), director.appointmentId())).isEqualTo(no);
        assertThat(named(Optional.of(holder(chair)), chair.appointmentId())).isEqualTo(no);
        assertThat(named(Optional.of(holder(elsewhere)), elsewhere.appointmentId()))
                .isEqualTo(no);
        assertThat(named(Optional.of(holder(itself)), itself.appointmentId())).isEqualTo(no);
    }
}
