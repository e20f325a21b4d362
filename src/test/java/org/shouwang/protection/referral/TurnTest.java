package org.shouwang.protection.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Result;
import org.shouwang.protection.directory.ReferralType;
import org.shouwang.protection.referral.ReferralAct.Kind;
import org.shouwang.staff.RolePosts;

/** Whatever anybody does in whatever order, a referral takes only the steps of the reference, each by the side whose it is. */
class TurnTest {

    private static final AreaCode PLACE = AreaCode.of("610304101200");
    private static final AreaRanges COUNTY = AreaRanges.of(610304000000L, 610305000000L);
    private static final Instant NOW = Instant.parse("2026-05-10T04:00:00Z");

    /** Decisions "States", written a second time. */
    private static final Map<ReferralStatus, Set<ReferralStatus>> STEPS = Map.of(
            ReferralStatus.SENT,
            EnumSet.of(ReferralStatus.ACCEPTED, ReferralStatus.REJECTED, ReferralStatus.CLOSED),
            ReferralStatus.ACCEPTED,
            EnumSet.of(ReferralStatus.FEEDBACK_GIVEN, ReferralStatus.CLOSED),
            ReferralStatus.REJECTED,
            EnumSet.of(ReferralStatus.CLOSED),
            ReferralStatus.FEEDBACK_GIVEN,
            EnumSet.of(ReferralStatus.CLOSED),
            ReferralStatus.CLOSED,
            EnumSet.noneOf(ReferralStatus.class));

    private static final Set<ReferralStatus> RECEIVERS =
            EnumSet.of(ReferralStatus.ACCEPTED, ReferralStatus.REJECTED, ReferralStatus.FEEDBACK_GIVEN);

    private static final Map<RoleCode, Post> POSTS = Stream.of(RoleCode.values())
            .collect(Collectors.toMap(
                    role -> role,
                    role -> RolePosts.post(
                            UUID.randomUUID(), role, role == RoleCode.AGENCY_OFFICER ? AreaRanges.NONE : COUNTY)));

    private static final UUID SENDER = post(RoleCode.CHILDREN_DIRECTOR).appointmentId();
    private static final UUID OFFICER = post(RoleCode.AGENCY_OFFICER).appointmentId();

    /** One thing that somebody tries, while somebody is in office at the receiver or nobody is. */
    record Attempt(RoleCode who, boolean manned, Kind kind) {}

    private static Post post(RoleCode role) {
        return Objects.requireNonNull(POSTS.get(role));
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<RoleCode> who = Arbitraries.oneOf(
                Arbitraries.of(RoleCode.class),
                Arbitraries.of(RoleCode.CHILDREN_DIRECTOR, RoleCode.AGENCY_OFFICER, RoleCode.COUNTY_CIVIL_AFFAIRS));
        return Combinators.combine(who, Arbitraries.of(true, true, false), Arbitraries.of(Kind.class))
                .as(Attempt::new)
                .list()
                .ofMaxSize(40);
    }

    private static ReferralAct act(Kind kind) {
        UUID id = UUID.randomUUID();
        return switch (kind) {
            case ACCEPT -> new ReferralAct.Accept(id);
            case REJECT -> new ReferralAct.Reject(id, "不属于本单位职责");
            case FEEDBACK -> new ReferralAct.Feedback(id, "已办理", ReferralResult.SOLVED, null);
            case CLOSE -> new ReferralAct.Close(id);
            case WITHDRAW -> new ReferralAct.Withdraw(id);
        };
    }

    private static Referral sent(ReferralType type) {
        Referral referral = new Referral();
        referral.id = UUID.randomUUID();
        referral.areaCode = PLACE;
        referral.childId = UUID.randomUUID();
        referral.referralType = type;
        referral.restricted = type.isRestricted();
        referral.leadOffice = LeadOffice.CIVIL_AFFAIRS;
        referral.status = ReferralStatus.SENT;
        referral.senderAppointmentId = SENDER;
        referral.sentAt = NOW;
        return referral;
    }

    private static Standing standing(Attempt attempt, Referral referral) {
        Caller caller = new Caller(UUID.randomUUID(), 1, List.of(post(attempt.who())), null);
        return Standing.of(
                caller,
                new Standing.Access(
                        PLACE,
                        true,
                        referral.restricted,
                        referral.senderAppointmentId,
                        false,
                        attempt.manned() ? List.of(OFFICER) : List.of(),
                        referral.leadOffice));
    }

    @Property
    void noSequenceOfActsReachesAStatusThatItsTableDoesNotAllow(
            @ForAll("attempts") List<Attempt> attempts, @ForAll ReferralType type) {
        Referral referral = sent(type);
        for (Attempt attempt : attempts) {
            ReferralStatus before = referral.status;
            ReferralAct act = act(attempt.kind());
            if (Turn.decide(referral, act, standing(attempt, referral), NOW) instanceof Result.Ok<Turn> ok) {
                referral.follow(act, ok.value().next(), NOW);
                assertThat(STEPS.get(before)).contains(referral.status);
                assertThat(whose(referral.status, attempt.manned(), referral.onBehalf))
                        .contains(attempt.who());
                assertThat(ok.value().onBehalf()).isEqualTo(attempt.who() == RoleCode.COUNTY_CIVIL_AFFAIRS);
                referral.onBehalf = referral.onBehalf || ok.value().onBehalf();
            }
            assertThat(referral.senderAppointmentId).isEqualTo(SENDER);
        }
    }

    /** The receiver answers, for it the lead where nobody is in office, which then goes on; all else is the sender's. */
    private static Set<RoleCode> whose(ReferralStatus reached, boolean manned, boolean onBehalf) {
        if (!RECEIVERS.contains(reached)) {
            return EnumSet.of(RoleCode.CHILDREN_DIRECTOR);
        }
        if (!manned) {
            return EnumSet.of(RoleCode.COUNTY_CIVIL_AFFAIRS);
        }
        return onBehalf
                ? EnumSet.of(RoleCode.AGENCY_OFFICER, RoleCode.COUNTY_CIVIL_AFFAIRS)
                : EnumSet.of(RoleCode.AGENCY_OFFICER);
    }

    /** Somebody came into office after the lead had accepted: neither is stuck. */
    @Test
    void theLeadGoesOnWithWhatItHasAccepted() {
        Referral referral = sent(ReferralType.HUKOU);
        referral.status = ReferralStatus.ACCEPTED;
        Attempt lead = new Attempt(RoleCode.COUNTY_CIVIL_AFFAIRS, true, Kind.FEEDBACK);
        assertThat(Turn.decide(referral, act(Kind.FEEDBACK), standing(lead, referral), NOW))
                .isInstanceOf(Result.Refused.class);
        referral.onBehalf = true;

        Result<Turn> turn = Turn.decide(referral, act(Kind.FEEDBACK), standing(lead, referral), NOW);

        assertThat(turn).isInstanceOf(Result.Ok.class);
    }

    /** A restricted one is there for the sender's post, the receiver and the office that leads it alone. */
    @Property
    void nobodyElseLearnsThatARestrictedOneIsThere(
            @ForAll RoleCode who, @ForAll Kind kind, @ForAll boolean manned, @ForAll LeadOffice office) {
        Referral referral = sent(ReferralType.POLICE);
        referral.leadOffice = office;
        Standing standing = standing(new Attempt(who, manned, kind), referral);

        assertThat(standing.sees())
                .isEqualTo(who == RoleCode.CHILDREN_DIRECTOR
                        || who == office.role
                        || (manned && who == RoleCode.AGENCY_OFFICER));
    }
}
