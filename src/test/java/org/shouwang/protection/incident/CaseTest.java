package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.RolePosts;

/** Whatever anybody does in whatever order, a case takes only the steps of the reference and always has who answers for it. */
class CaseTest {

    private static final AreaCode PLACE = AreaCode.of("610304101200");
    private static final AreaRanges COUNTY = AreaRanges.of(610304000000L, 610305000000L);

    /** Roles and law, section 7: 强制报告 → 应急处置 → 评估帮扶 → 监护干预, written a second time. */
    private static final Map<Stage, Set<Stage>> STEPS = Map.of(
            Stage.DISCOVERED, EnumSet.of(Stage.REPORTED),
            Stage.REPORTED, EnumSet.of(Stage.ACCEPTED_BY_AUTHORITY, Stage.EMERGENCY_HANDLED),
            Stage.ACCEPTED_BY_AUTHORITY, EnumSet.of(Stage.EMERGENCY_HANDLED, Stage.ASSESSED),
            Stage.EMERGENCY_HANDLED, EnumSet.of(Stage.ASSESSED),
            Stage.ASSESSED, EnumSet.of(Stage.INTERVENTION, Stage.FOLLOW_UP),
            Stage.INTERVENTION, EnumSet.of(Stage.FOLLOW_UP),
            Stage.FOLLOW_UP, EnumSet.of(Stage.ASSESSED, Stage.INTERVENTION, Stage.CLOSED),
            Stage.CLOSED, EnumSet.of(Stage.FOLLOW_UP));

    /** Who may bring a case to a stage; nobody else, whatever is open to them. */
    private static final Map<RoleCode, Set<Stage>> BRINGS = Map.of(
            RoleCode.TOWNSHIP_COORDINATOR, EnumSet.complementOf(EnumSet.of(Stage.CLOSED)),
            RoleCode.COUNTY_CIVIL_AFFAIRS, EnumSet.allOf(Stage.class),
            RoleCode.AGENCY_OFFICER, EnumSet.of(Stage.ACCEPTED_BY_AUTHORITY, Stage.EMERGENCY_HANDLED));

    private static final Map<RoleCode, Post> POSTS = Stream.of(RoleCode.values())
            .collect(Collectors.toMap(role -> role, role -> RolePosts.post(UUID.randomUUID(), role, COUNTY)));

    private static final Case BEGUN = new Case(
            PLACE,
            Stage.DISCOVERED,
            POSTS.get(RoleCode.TOWNSHIP_COORDINATOR).appointmentId(),
            RoleCode.TOWNSHIP_COORDINATOR,
            null,
            false);

    /** One thing that somebody tries. */
    record Attempt(RoleCode who, boolean granted, IncidentAct act) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<IncidentAct> acts = Arbitraries.oneOf(
                Arbitraries.create(() -> new IncidentAct.Take(UUID.randomUUID(), null)),
                Arbitraries.of(Stage.class).map(stage -> new IncidentAct.Reach(UUID.randomUUID(), stage, null, null)),
                Arbitraries.of(RoleCode.class)
                        .map(role -> new IncidentAct.Give(
                                UUID.randomUUID(), post(role).appointmentId(), null)),
                Arbitraries.of(RoleCode.class)
                        .map(role -> new IncidentAct.Transfer(
                                UUID.randomUUID(), post(role).appointmentId(), null)),
                Arbitraries.create(() -> new IncidentAct.CutVillage(UUID.randomUUID(), null)));
        Arbitrary<RoleCode> who = Arbitraries.oneOf(
                Arbitraries.of(RoleCode.class),
                Arbitraries.of(RoleCode.COUNTY_CIVIL_AFFAIRS, RoleCode.TOWNSHIP_COORDINATOR, RoleCode.AGENCY_OFFICER));
        return Combinators.combine(who, Arbitraries.of(true, true, false), acts)
                .as(Attempt::new)
                .list()
                .ofMaxSize(60);
    }

    @Property
    void noSequenceOfActsReachesAStageThatItsTableDoesNotAllow(@ForAll("attempts") List<Attempt> attempts) {
        Case now = BEGUN;
        for (Attempt attempt : attempts) {
            Case next = after(now, attempt);
            if (next.stage() != now.stage()) {
                assertThat(STEPS.get(now.stage())).contains(next.stage());
                assertThat(BRINGS.getOrDefault(attempt.who(), Set.of())).contains(next.stage());
                assertThat(now.stage() == Stage.CLOSED && attempt.who() != RoleCode.COUNTY_CIVIL_AFFAIRS)
                        .isFalse();
            }
            now = next;
        }
    }

    @Property
    void thereIsAlwaysAPostThatMayAnswerForIt(@ForAll("attempts") List<Attempt> attempts) {
        Case now = BEGUN;
        for (Attempt attempt : attempts) {
            now = after(now, attempt);
            UUID responsible = now.responsible();
            Post post = POSTS.values().stream()
                    .filter(one -> one.appointmentId().equals(responsible))
                    .findFirst()
                    .orElseThrow();
            assertThat(post.role()).isEqualTo(now.responsibleRole());
            assertThat(post.has(Right.INCIDENT_READ)).isTrue();
            assertThat(now.villageCut() && Standing.VILLAGE.contains(post.role()))
                    .as("a post of the village that was cut out answers for nothing")
                    .isFalse();
        }
    }

    @Property
    void onlyTheLeadMovesItWithoutTakingIt(@ForAll("attempts") List<Attempt> attempts) {
        Case now = BEGUN;
        for (Attempt attempt : attempts) {
            Case next = after(now, attempt);
            if (!next.responsible().equals(now.responsible()) && !(attempt.act() instanceof IncidentAct.Take)) {
                assertThat(attempt.who()).isEqualTo(RoleCode.COUNTY_CIVIL_AFFAIRS);
            }
            if (now.takenBy() != null) {
                assertThat(next.takenBy()).isEqualTo(now.takenBy());
            }
            now = next;
        }
    }

    /** The two tables meet: every stage can be reached, so that the properties above speak of something. */
    @Example
    void everyStageCanBeReached() {
        Map<Stage, Case> reached = new HashMap<>(Map.of(Stage.DISCOVERED, BEGUN));
        for (int i = 0; i < Stage.values().length; i++) {
            for (Case one : List.copyOf(reached.values())) {
                for (Stage to : Stage.values()) {
                    Case next = after(
                            one,
                            new Attempt(
                                    RoleCode.COUNTY_CIVIL_AFFAIRS,
                                    false,
                                    new IncidentAct.Reach(UUID.randomUUID(), to, null, null)));
                    reached.putIfAbsent(next.stage(), next);
                }
            }
        }

        assertThat(reached).containsOnlyKeys(Stage.values());
    }

    private static Case after(Case now, Attempt attempt) {
        Post post = post(attempt.who());
        Caller caller = new Caller(UUID.randomUUID(), 1, List.of(post), null);
        Set<UUID> readers = attempt.granted() ? Set.of(post.appointmentId()) : Set.of();
        Standing standing =
                Standing.of(caller, new Standing.Access(PLACE, UUID.randomUUID(), now.villageCut(), readers, Set.of()));
        @Nullable UUID about = attempt.act().about();
        Optional<Post> named = POSTS.values().stream()
                .filter(one -> one.appointmentId().equals(about))
                .findFirst();
        return now.after(attempt.act(), standing, named) instanceof Result.Ok<Case.Step> ok
                ? ok.value().next()
                : now;
    }

    private static Post post(RoleCode role) {
        return java.util.Objects.requireNonNull(POSTS.get(role));
    }
}
