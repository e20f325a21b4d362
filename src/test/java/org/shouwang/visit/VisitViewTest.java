package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.staff.RolePosts;
import org.shouwang.visit.VisitCodes.ActionTaken;
import org.shouwang.visit.VisitCodes.Hazard;
import org.shouwang.visit.VisitCodes.LivingEnv;
import org.shouwang.visit.VisitCodes.SafetyTopic;
import org.shouwang.visit.VisitForms.Child;

class VisitViewTest {

    private static final Instant NOW = Instant.parse("2026-07-01T02:00:00Z");
    private static final AreaCode HOME = AreaCode.of("610304101201");
    private static final AreaCode NEXT_VILLAGE = AreaCode.of("610304101202");
    private static final AreaCode OTHER_TOWN = AreaCode.of("610304106201");
    private static final UUID AUTHOR = new UUID(5, 5);
    private static final UUID READER = new UUID(5, 6);
    private static final UUID SIBLING = new UUID(1, 2);

    private static final VisitForm FORM = VisitForms.at(NOW)
            .children(Child.met().suspicious(false), Child.notMet().id(SIBLING).suspicious(true))
            .form();

    /** A visit to a household at home, with one child of the house and one that lives in the next village. */
    private static StoredVisit stored() {
        Birth birth = new Birth(new UUID(2, 2), HOME, RequestHash.of(FORM), NOW, AUTHOR);
        List<VisitChild> children = Stream.of(HOME, NEXT_VILLAGE)
                .map(village -> new VisitChild(birth.id(), FORM.childrenOrNone().get(village == HOME ? 0 : 1), village))
                .toList();
        return new StoredVisit(new Visit(birth, FORM, new UUID(6, 6)), children, List.of());
    }

    private static Post post(RoleCode role, AreaCode village) {
        return RolePosts.post(role, AreaRanges.of(village.value(), village.value() + 1));
    }

    private static Caller caller(UUID worker, Post... posts) {
        return new Caller(worker, 1, List.of(posts), null);
    }

    private static List<VisitChildView> children(Caller caller) {
        return VisitView.forCaller(stored(), caller).orElseThrow().children();
    }

    @Test
    void anotherTownSeesNothing() {
        assertThat(VisitView.forCaller(stored(), caller(READER, post(RoleCode.CHILDREN_DIRECTOR, OTHER_TOWN))))
                .isEmpty();
    }

    @Test
    void aVillageSeesTheVisitThroughItsChildAndOnlyThatChild() {
        List<VisitChildView> children = children(caller(READER, post(RoleCode.CHILDREN_DIRECTOR, NEXT_VILLAGE)));
        assertThat(children).extracting(VisitChildView::childId).containsExactly(SIBLING);
    }

    @Test
    void theVillageOfAChildSeesNothingOfTheOtherVillagesFamily() {
        StoredVisit stored = stored();
        Visit visit = stored.visit();
        visit.interviewee = "王秀英";
        visit.intervieweeRelation = "62";
        visit.livingEnv = LivingEnv.values()[0];
        visit.hazards = new String[] {Hazard.values()[0].name()};
        visit.safetyTopics = new String[] {SafetyTopic.values()[0].name()};
        visit.findings = "奶奶患病";
        visit.actionsTaken = new String[] {ActionTaken.values()[0].name()};
        visit.actionsNote = "已联系卫生室";
        StoredVisit full = new StoredVisit(visit, stored.children(), List.of(new UUID(9, 9)));

        VisitView own = VisitView.forCaller(full, caller(READER, post(RoleCode.CHILDREN_DIRECTOR, HOME)))
                .orElseThrow();
        VisitView guest = VisitView.forCaller(full, caller(READER, post(RoleCode.CHILDREN_DIRECTOR, NEXT_VILLAGE)))
                .orElseThrow();

        assertThat(familyPart(own)).doesNotContainNull();
        assertThat(own.home().memberIds()).hasSize(1);
        assertThat(familyPart(guest)).containsOnlyNulls();
        assertThat(guest.home().memberIds()).isEmpty();
        assertThat(guest.householdId()).isEqualTo(visit.householdId);
        assertThat(guest.outcome()).isEqualTo(visit.outcome);
    }

    private static List<Object> familyPart(VisitView view) {
        return Arrays.asList(
                view.home().interviewee(),
                view.home().intervieweeRelation(),
                view.home().livingEnv(),
                view.home().hazards(),
                view.home().safetyTopics(),
                view.home().findings(),
                view.home().actionsTaken(),
                view.home().actionsNote());
    }

    @ParameterizedTest
    @CsvSource({
        "CHILDREN_DIRECTOR, true",
        "TOWNSHIP_COORDINATOR, true",
        "COUNTY_CIVIL_AFFAIRS, true",
        "WOMENS_CHAIR, false"
    })
    void suspiciousInjuryIsForThoseWhoProtectTheChild(RoleCode role, boolean shown) {
        VisitChildView child = children(caller(READER, post(role, HOME))).get(0);
        assertThat(child.suspiciousInjury()).isEqualTo(shown ? false : null);
    }

    @Test
    void anExecutiveSeesNoVisit() {
        assertThat(VisitView.forCaller(stored(), caller(READER, post(RoleCode.WOMENS_EXECUTIVE, HOME))))
                .isEmpty();
    }

    @Test
    void aListShowsWhatTheRightToListReaches() {
        Map<Right, Set<FieldClass>> access =
                Map.of(Right.VISIT_READ, Set.of(FieldClass.R), Right.VISIT_LIST, Set.of(FieldClass.S));
        AreaRanges villages = AreaRanges.of(HOME.value(), NEXT_VILLAGE.value() + 1);
        Caller caller = caller(READER, new Post(AUTHOR, RoleCode.WOMENS_CHAIR, villages, access));

        VisitView listed =
                VisitView.forCaller(stored(), caller, Right.VISIT_LIST).orElseThrow();

        assertThat(listed.children())
                .extracting(VisitChildView::suspiciousInjury)
                .containsOnlyNulls();
    }

    @Test
    void aChairWhoDirectsAnotherVillageSeesNoClassRAtHome() {
        Caller caller =
                caller(READER, post(RoleCode.WOMENS_CHAIR, HOME), post(RoleCode.CHILDREN_DIRECTOR, NEXT_VILLAGE));
        assertThat(children(caller))
                .extracting(VisitChildView::suspiciousInjury)
                .containsExactly(null, true);
    }

    @Test
    void theAuthorSeesTheirOwnAnswers() {
        List<VisitChildView> children = children(caller(AUTHOR, post(RoleCode.WOMENS_CHAIR, HOME)));
        assertThat(children).extracting(VisitChildView::suspiciousInjury).containsExactly(false);
    }

    @Test
    void whatWasNotAskedStaysAbsent() {
        VisitChildView child =
                children(caller(AUTHOR, post(RoleCode.CHILDREN_DIRECTOR, HOME))).get(0);
        assertThat(child)
                .extracting(VisitChildView::careQuality, VisitChildView::psychSigns, VisitChildView::needs)
                .containsOnlyNulls();
    }
}
