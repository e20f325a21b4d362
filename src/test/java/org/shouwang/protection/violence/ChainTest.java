package org.shouwang.protection.violence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Result;
import org.shouwang.protection.violence.Link.Answer;
import org.shouwang.staff.RolePosts;

/** Whatever anybody does in whatever order, the chain takes only the steps of its table, and a stage has one receiver at most. */
class ChainTest {

    private static final AreaCode PLACE = AreaCode.of("610304101200");
    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final UUID AGENCY = UUID.randomUUID();

    /** What may follow by hand, and what agencies bring about, written a second time. */
    private static final Map<StageStatus, Set<StageStatus>> STEPS = Map.of(
            StageStatus.UNDECIDED,
            EnumSet.of(
                    StageStatus.NOT_NEEDED,
                    StageStatus.RUNNING,
                    StageStatus.DONE,
                    StageStatus.REFUSED_BY_VICTIM,
                    StageStatus.REFERRED),
            StageStatus.NOT_NEEDED,
            EnumSet.of(StageStatus.RUNNING, StageStatus.DONE, StageStatus.REFUSED_BY_VICTIM, StageStatus.REFERRED),
            StageStatus.REFUSED_BY_VICTIM,
            EnumSet.of(StageStatus.NOT_NEEDED, StageStatus.RUNNING, StageStatus.DONE, StageStatus.REFERRED),
            StageStatus.REFERRED,
            EnumSet.of(
                    StageStatus.RUNNING,
                    StageStatus.UNDECIDED,
                    StageStatus.NOT_NEEDED,
                    StageStatus.REFUSED_BY_VICTIM,
                    StageStatus.DONE),
            StageStatus.RUNNING,
            EnumSet.of(
                    StageStatus.DONE,
                    StageStatus.NOT_NEEDED,
                    StageStatus.REFUSED_BY_VICTIM,
                    StageStatus.REFERRED,
                    StageStatus.UNDECIDED),
            StageStatus.DONE,
            EnumSet.of(StageStatus.RUNNING, StageStatus.REFERRED));

    private static final Map<RoleCode, Post> POSTS = new EnumMap<>(RoleCode.class);

    static {
        for (RoleCode role : RoleCode.values()) {
            POSTS.put(role, RolePosts.post(role, AreaRanges.of(610304000000L, 610305000000L)));
        }
    }

    private static Post post(RoleCode role) {
        return Objects.requireNonNull(POSTS.get(role));
    }

    private static Case begun(Victim victim) {
        return new Case(PLACE, victim, true, post(RoleCode.WOMENS_CHAIR).appointmentId(), Chain.begun(NOW));
    }

    /** What somebody tries: to say or to refer, to close, to open again, to pass on; or an agency answers. */
    record Attempt(RoleCode who, int what, ViolenceStage stage, StageStatus status, Answer answer, RoleCode to) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.of(RoleCode.class),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of(ViolenceStage.class),
                        Arbitraries.of(StageStatus.class),
                        Arbitraries.of(Answer.class),
                        Arbitraries.of(RoleCode.class))
                .as(Attempt::new)
                .list()
                .ofMaxSize(60);
    }

    private static CaseStanding standing(Case now, RoleCode who) {
        Caller caller = new Caller(UUID.randomUUID(), 7, List.of(post(who)), null);
        Set<ViolenceStage> stages = EnumSet.noneOf(ViolenceStage.class);
        now.chain().links().stream()
                .filter(link -> AGENCY.equals(link.organisationId()) && now.open())
                .forEach(link -> stages.add(link.stage()));
        Map<UUID, Set<ViolenceStage>> agencies = stages.isEmpty()
                ? Map.of()
                : Map.of(post(RoleCode.AGENCY_OFFICER).appointmentId(), stages);
        return CaseStanding.of(
                caller, new CaseStanding.Access(PLACE, now.victim(), now.responsible(), Set.of(), agencies));
    }

    private static Case after(Case now, Attempt attempt) {
        CaseStanding standing = standing(now, attempt.who());
        UUID id = UUID.randomUUID();
        Result<Case.Step> step =
                switch (attempt.what()) {
                    case 0, 1 ->
                        now.after(
                                new CaseAct.Say(attempt.stage(), id, attempt.status(), null, null, null),
                                standing,
                                Optional.empty(),
                                NOW);
                    case 2 -> now.handed(attempt.stage(), AGENCY, id, now.working(standing), NOW);
                    case 3 ->
                        now.handed(
                                ViolenceStage.COUNSELLING,
                                AGENCY,
                                id,
                                now.handing(standing, attempt.stage(), ViolenceStage.COUNSELLING),
                                NOW);
                    case 4 -> now.after(new CaseAct.Close(id, "办结"), standing, Optional.empty(), NOW);
                    case 5 -> now.after(new CaseAct.Reopen(id, "复发"), standing, Optional.empty(), NOW);
                    case 6 ->
                        now.after(
                                new CaseAct.Transfer(id, post(attempt.to()).appointmentId(), null),
                                standing,
                                Optional.of(post(attempt.to())),
                                NOW);
                    case 7 ->
                        now.after(new CaseAct.TakeBack(attempt.stage(), id, null), standing, Optional.empty(), NOW);
                    default -> Result.ok(new Case.Step(answered(now, attempt), post(attempt.who())));
                };
        return step instanceof Result.Ok<Case.Step> ok ? ok.value().next() : now;
    }

    /** Only an agency that has the stage answers. */
    private static Case answered(Case now, Attempt attempt) {
        Link link = now.chain().at(attempt.stage());
        return link.referral() == null
                ? now
                : new Case(
                        now.area(),
                        now.victim(),
                        now.open(),
                        now.responsible(),
                        now.chain().with(link.heard(attempt.answer(), NOW)));
    }

    @Property
    void noSequenceOfActsReachesAStatusThatTheTableDoesNotAllow(
            @ForAll Victim victim, @ForAll("attempts") List<Attempt> attempts) {
        Case now = begun(victim);
        for (Attempt attempt : attempts) {
            Case next = after(now, attempt);
            for (ViolenceStage stage : ViolenceStage.values()) {
                StageStatus before = now.chain().at(stage).status();
                StageStatus after = next.chain().at(stage).status();
                if (before != after) {
                    assertThat(STEPS.get(before)).contains(after);
                }
                assertThat(after == StageStatus.REFUSED_BY_VICTIM && victim == Victim.CHILD)
                        .isFalse();
            }
            now = next;
        }
    }

    @Property
    void whatAnAgencyHasNobodySettlesByHand(@ForAll Victim victim, @ForAll("attempts") List<Attempt> attempts) {
        Case now = begun(victim);
        for (Attempt attempt : attempts) {
            Case next = after(now, attempt);
            for (Link link : now.chain().links()) {
                if (link.referral() != null && attempt.what() <= 6) {
                    assertThat(next.chain().at(link.stage())).isEqualTo(link);
                }
                if (link.status() == StageStatus.REFERRED) {
                    assertThat(link.referral()).isNotNull();
                    assertThat(link.organisationId()).isEqualTo(AGENCY);
                }
            }
            now = next;
        }
    }

    @Property
    void whatIsNotTakenStandsAsBeforeItWasAsked(@ForAll Victim victim, @ForAll("attempts") List<Attempt> attempts) {
        Case now = begun(victim);
        Map<ViolenceStage, Link> before = new EnumMap<>(ViolenceStage.class);
        for (Attempt attempt : attempts) {
            Case next = after(now, attempt);
            for (Link link : now.chain().links()) {
                Link then = next.chain().at(link.stage());
                if (link.handed() == null && then.handed() != null) {
                    before.put(link.stage(), link);
                }
                boolean notTaken = attempt.what() == 7 || attempt.what() == 8 && attempt.answer() == Answer.NOT_TAKEN;
                if (link.handed() != null && then.handed() == null && notTaken) {
                    Link asked = Objects.requireNonNull(before.get(link.stage()));
                    assertThat(then.status()).isEqualTo(asked.status());
                    assertThat(then.organisationId()).isEqualTo(asked.organisationId());
                }
            }
            now = next;
        }
    }

    @Property
    void whatSomebodySaidNoAgencyHandsOn(@ForAll Victim victim, @ForAll("attempts") List<Attempt> attempts) {
        Case now = begun(victim);
        for (Attempt attempt : attempts) {
            Case next = after(now, attempt);
            if (attempt.what() == 3 && !next.equals(now)) {
                assertThat(now.chain().at(ViolenceStage.COUNSELLING).status()).isEqualTo(StageStatus.UNDECIDED);
                assertThat(now.chain().at(attempt.stage()).referral()).isNotNull();
            }
            now = next;
        }
    }

    @Property
    void aCaseClosesOnlyWhenAllStagesAreFinalAndTheLeadAloneOpensItAgain(
            @ForAll Victim victim, @ForAll("attempts") List<Attempt> attempts) {
        Case now = begun(victim);
        for (Attempt attempt : attempts) {
            Case next = after(now, attempt);
            if (now.open() && !next.open()) {
                assertThat(now.chain().links()).allMatch(link -> link.status().isFinal());
            }
            if (!now.open() && next.open()) {
                assertThat(attempt.who()).isEqualTo(victim.office);
            }
            now = next;
        }
    }

    @Property
    void thereIsAlwaysAPostThatMayAnswerForIt(@ForAll Victim victim, @ForAll("attempts") List<Attempt> attempts) {
        Case now = begun(victim);
        for (Attempt attempt : attempts) {
            now = after(now, attempt);
            UUID responsible = now.responsible();
            assertThat(POSTS.values())
                    .filteredOn(post -> post.appointmentId().equals(responsible))
                    .allMatch(post -> post.has(victim.write))
                    .hasSize(1);
        }
    }

    @Example
    void eachRoleDoesOnlyWhatIsItsOwn() {
        Case ofWoman = begun(Victim.WOMAN);
        CaseAct say = new CaseAct.Say(
                ViolenceStage.SHELTER, UUID.randomUUID(), StageStatus.REFUSED_BY_VICTIM, null, null, null);

        List<RoleCode> able = Stream.of(RoleCode.values())
                .filter(role -> ofWoman.after(say, standing(ofWoman, role), Optional.empty(), NOW) instanceof Result.Ok)
                .toList();

        assertThat(able).containsExactlyInAnyOrder(RoleCode.WOMENS_CHAIR, RoleCode.COUNTY_WOMENS_FEDERATION);
    }
}
