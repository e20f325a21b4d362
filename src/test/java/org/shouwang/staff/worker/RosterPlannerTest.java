package org.shouwang.staff.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.staff.worker.LineOutcome.Kind.APPOINTED;
import static org.shouwang.staff.worker.LineOutcome.Kind.CREATED;
import static org.shouwang.staff.worker.LineOutcome.Kind.QUESTION;
import static org.shouwang.staff.worker.LineOutcome.Kind.REFUSED;
import static org.shouwang.staff.worker.LineOutcome.Kind.UNCHANGED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.organisation.OrganisationKind;
import org.shouwang.staff.organisation.OrganisationStatus;
import org.shouwang.staff.worker.PostPlace.InArea;
import org.shouwang.staff.worker.PostPlace.InOrganisation;
import org.shouwang.staff.worker.RosterEntry.Seat;
import org.shouwang.staff.worker.RosterFacts.Held;
import org.shouwang.staff.worker.RosterFacts.Named;
import org.shouwang.staff.worker.RosterFacts.Organisation;
import org.shouwang.staff.worker.RosterFacts.Person;

class RosterPlannerTest {

    private static final AreaCode VILLAGE = AreaCode.of("610304101200");
    private static final AreaCode NEXT_VILLAGE = AreaCode.of("610304101201");
    private static final AreaCode FAR_VILLAGE = AreaCode.of("610304106200");
    private static final AreaCode COUNTY = AreaCode.of("610304000000");
    private static final UUID ME = UUID.randomUUID();
    private static final UUID BUREAU = UUID.randomUUID();
    private static final UUID CLOSED_BUREAU = UUID.randomUUID();
    private static final PhoneNumber KNOWN_PHONE = new PhoneNumber("13700000009");
    private static final Person KNOWN = new Person(UUID.randomUUID(), "张丽", true);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 4);

    private static final Post ADMINISTRATOR = new Post(
            UUID.randomUUID(),
            RoleCode.ADMINISTRATOR,
            AreaRanges.of(610304000000L, 610304106000L),
            Map.of(Right.WORKER_WRITE, Set.of()));

    private final List<Held> held = new ArrayList<>();
    private final List<Named> names = new ArrayList<>();
    private Person known = KNOWN;

    @Test
    void aNewPersonIsMadeOnceHoweverManyPosts() {
        RosterPlan plan = plan(
                entry("王芳", "13700000001", RoleCode.CHILDREN_DIRECTOR, VILLAGE),
                entry("王芳", "13700000001", RoleCode.WOMENS_CHAIR, VILLAGE),
                entry("王芳", "13700000001", RoleCode.CHILDREN_DIRECTOR, VILLAGE));

        assertThat(kinds(plan)).containsExactly(CREATED, APPOINTED, UNCHANGED);
        assertThat(plan.workers()).hasSize(1);
        assertThat(plan.appointments()).hasSize(2).allSatisfy(post -> assertThat(post.workerId())
                .isEqualTo(plan.workers().get(0).id()));
    }

    @Test
    void aKnownPhoneGetsANewPost() {
        RosterPlan plan = plan(entry("张丽", KNOWN_PHONE.value(), RoleCode.CHILDREN_DIRECTOR, VILLAGE));

        assertThat(kinds(plan)).containsExactly(APPOINTED);
        assertThat(plan.workers()).isEmpty();
        assertThat(plan.appointments()).singleElement().satisfies(post -> {
            assertThat(post.workerId()).isEqualTo(KNOWN.id());
            assertThat(post.by()).isEqualTo(ADMINISTRATOR);
        });
    }

    @Test
    void whatIsKnownIsLeftAsItIs() {
        held.add(new Held(KNOWN.id(), RoleCode.CHILDREN_DIRECTOR, new Seat(VILLAGE, null), DAY));

        RosterPlan plan = plan(entry("张丽", KNOWN_PHONE.value(), RoleCode.CHILDREN_DIRECTOR, VILLAGE));

        assertThat(kinds(plan)).containsExactly(UNCHANGED);
        assertThat(rules(plan)).isEmpty();
        assertThat(plan.appointments()).isEmpty();
    }

    @Test
    void anotherDayOfAppointmentIsNoted() {
        held.add(new Held(KNOWN.id(), RoleCode.CHILDREN_DIRECTOR, new Seat(VILLAGE, null), DAY.minusYears(3)));

        RosterPlan plan = plan(entry("张丽", KNOWN_PHONE.value(), RoleCode.CHILDREN_DIRECTOR, VILLAGE));

        assertThat(kinds(plan)).containsExactly(UNCHANGED);
        assertThat(rules(plan)).containsExactly("appointed-on-another-day");
    }

    @Test
    void aPhoneUnderAnotherNameIsAQuestion() {
        RosterPlan plan = plan(entry("张莉", KNOWN_PHONE.value(), RoleCode.CHILDREN_DIRECTOR, VILLAGE));

        assertThat(kinds(plan)).containsExactly(QUESTION);
        assertThat(rules(plan)).containsExactly("phone-of-another");
        assertThat(plan.outcomes().get(0).workerId()).isEmpty();
        assertThat(plan.appointments()).isEmpty();
    }

    @Test
    void twoNamesForOnePhoneMakeNobody() {
        RosterPlan plan = plan(
                entry("王芳", "13700000001", RoleCode.CHILDREN_DIRECTOR, VILLAGE),
                entry("王方", "13700000001", RoleCode.WOMENS_CHAIR, VILLAGE));

        assertThat(kinds(plan)).containsExactly(QUESTION, QUESTION);
        assertThat(rules(plan)).containsOnly("phone-of-two");
    }

    @Test
    void aNameThatIsKnownInThePlaceIsAQuestion() {
        names.add(new Named("王芳", new Seat(VILLAGE, null)));

        RosterPlan plan = plan(
                entry("王芳", "13700000001", RoleCode.CHILDREN_DIRECTOR, VILLAGE),
                entry("王芳", "13700000002", RoleCode.CHILDREN_DIRECTOR, NEXT_VILLAGE));

        assertThat(kinds(plan)).containsExactly(QUESTION, CREATED);
        assertThat(rules(plan)).containsExactly("namesake");
    }

    @Test
    void oneNameWithTwoPhonesInOnePlaceMakesNobody() {
        RosterPlan plan = plan(
                entry("王芳", "13700000001", RoleCode.CHILDREN_DIRECTOR, VILLAGE),
                entry("王芳", "13700000002", RoleCode.WOMENS_CHAIR, VILLAGE));

        assertThat(kinds(plan)).containsExactly(QUESTION, QUESTION);
        assertThat(plan.workers()).isEmpty();
    }

    @Test
    void aCheckedNamesakeIsMade() {
        names.add(new Named("王芳", new Seat(VILLAGE, null)));

        RosterPlan plan = plan(checked(entry("王芳", "13700000001", RoleCode.CHILDREN_DIRECTOR, VILLAGE)));

        assertThat(kinds(plan)).containsExactly(CREATED);
    }

    @Test
    void whoIsInactiveIsNotAppointed() {
        known = new Person(KNOWN.id(), KNOWN.fullName(), false);

        assertRefused("worker-inactive", entry("张丽", KNOWN_PHONE.value(), RoleCode.CHILDREN_DIRECTOR, VILLAGE));
    }

    @Test
    void nobodyAppointsThemselves() {
        known = new Person(ME, KNOWN.fullName(), true);

        assertRefused("not-oneself", entry("张丽", KNOWN_PHONE.value(), RoleCode.CHILDREN_DIRECTOR, VILLAGE));
    }

    @Test
    void aPlaceMustExistAndSuitTheRoleAndBeTheSendersOwn() {
        assertRefused(
                "area-exists", entry("王芳", "13700000001", RoleCode.CHILDREN_DIRECTOR, AreaCode.of("610304101999")));
        assertRefused("cell-needed", entry("王芳", "13700000001", RoleCode.ADMINISTRATOR, null));
        assertRefused("role-place", entry("王芳", "13700000001", RoleCode.CHILDREN_DIRECTOR, COUNTY));
        assertRefused("role-place", entry("王芳", "13700000001", RoleCode.UNIT_LIAISON, COUNTY));
        assertRefused("area-not-yours", entry("王芳", "13700000001", RoleCode.CHILDREN_DIRECTOR, FAR_VILLAGE));
        assertRefused("role-not-yours", entry("王芳", "13700000001", RoleCode.ADMINISTRATOR, COUNTY));
    }

    @Test
    void anOrganisationMustExistBeOpenAndStandWhereTheLineSays() {
        assertRefused("organisation-known", liaison(UUID.randomUUID(), null));
        assertRefused("organisation-closed", liaison(CLOSED_BUREAU, null));
        assertRefused("area-of-organisation", liaison(BUREAU, VILLAGE));

        assertThat(kinds(plan(liaison(BUREAU, COUNTY)))).containsExactly(CREATED);
        assertThat(kinds(plan(liaison(BUREAU, null)))).containsExactly(CREATED);
    }

    /** The person is still made by the line that is good. */
    @Test
    void aRefusedLineLeavesTheNextOneAlone() {
        RosterPlan plan = plan(
                entry("王芳", "13700000001", RoleCode.CHILDREN_DIRECTOR, FAR_VILLAGE),
                entry("王芳", "13700000001", RoleCode.CHILDREN_DIRECTOR, VILLAGE));

        assertThat(kinds(plan)).containsExactly(REFUSED, CREATED);
    }

    @Test
    void whoCouldActInTwoPostsNamesOne() {
        Post second = new Post(
                UUID.randomUUID(), RoleCode.ADMINISTRATOR, ADMINISTRATOR.areas(), Map.of(Right.WORKER_WRITE, Set.of()));
        RosterEntry entry = entry("王芳", "13700000001", RoleCode.CHILDREN_DIRECTOR, VILLAGE);

        RosterPlan unnamed = plan(new Caller(ME, 1, List.of(ADMINISTRATOR, second), null), entry);
        RosterPlan named = plan(new Caller(ME, 1, List.of(ADMINISTRATOR, second), second.appointmentId()), entry);

        assertThat(rules(unnamed)).containsExactly("post-to-name");
        assertThat(named.appointments()).singleElement().satisfies(post -> assertThat(post.by())
                .isEqualTo(second));
    }

    private void assertRefused(String rule, RosterEntry entry) {
        RosterPlan plan = plan(entry);
        assertThat(kinds(plan)).containsExactly(REFUSED);
        assertThat(rules(plan)).containsExactly(rule);
        assertThat(plan.appointments()).isEmpty();
    }

    private RosterPlan plan(RosterEntry... entries) {
        return plan(new Caller(ME, 1, List.of(ADMINISTRATOR), null), entries);
    }

    private RosterPlan plan(Caller caller, RosterEntry... entries) {
        List<RosterLine> lines = new ArrayList<>();
        for (RosterEntry entry : entries) {
            lines.add(new RosterLine(lines.size() + 2, Optional.of(entry), List.of()));
        }
        return RosterPlanner.plan(lines, facts(), caller, UUID::randomUUID);
    }

    private RosterFacts facts() {
        Map<AreaCode, InArea> areas = Map.of(
                VILLAGE, new InArea(VILLAGE, AreaLevel.VILLAGE, false),
                NEXT_VILLAGE, new InArea(NEXT_VILLAGE, AreaLevel.VILLAGE, false),
                FAR_VILLAGE, new InArea(FAR_VILLAGE, AreaLevel.VILLAGE, false),
                COUNTY, new InArea(COUNTY, AreaLevel.COUNTY, true));
        Map<UUID, Organisation> organisations = Map.of(
                BUREAU, organisation(BUREAU, OrganisationStatus.ACTIVE),
                CLOSED_BUREAU, organisation(CLOSED_BUREAU, OrganisationStatus.CLOSED));
        return new RosterFacts(areas, organisations, Map.of(KNOWN_PHONE, known), held, Set.copyOf(names));
    }

    private static Organisation organisation(UUID id, OrganisationStatus status) {
        return new Organisation(new InOrganisation(id, OrganisationKind.MEMBER_UNIT, COUNTY, AreaRanges.NONE), status);
    }

    private static RosterEntry liaison(UUID organisation, @Nullable AreaCode area) {
        return new RosterEntry(
                "李强",
                new PhoneNumber("13700000005"),
                RoleCode.UNIT_LIAISON,
                area,
                organisation,
                DAY,
                null,
                "9",
                null,
                false);
    }

    private static RosterEntry entry(String name, String phone, RoleCode role, @Nullable AreaCode area) {
        return new RosterEntry(name, new PhoneNumber(phone), role, area, null, DAY, null, "9", null, false);
    }

    private static RosterEntry checked(RosterEntry entry) {
        return new RosterEntry(
                entry.fullName(),
                entry.phone(),
                entry.role(),
                entry.area(),
                null,
                entry.appointedOn(),
                null,
                entry.sexCode(),
                null,
                true);
    }

    private static List<LineOutcome.Kind> kinds(RosterPlan plan) {
        return plan.outcomes().stream().map(LineOutcome::kind).toList();
    }

    private static List<String> rules(RosterPlan plan) {
        return plan.outcomes().stream()
                .flatMap(outcome -> outcome.rules().stream())
                .map(Violation::rule)
                .toList();
    }
}
