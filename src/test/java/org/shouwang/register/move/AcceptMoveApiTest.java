package org.shouwang.register.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.register.move.MoveForms.VACANT_VILLAGE;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Moves.OTHER_VILLAGE;
import static org.shouwang.testsupport.Moves.act;
import static org.shouwang.testsupport.Moves.asked;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.FeedTable;
import org.shouwang.testsupport.Moves;
import org.shouwang.testsupport.Sql;

/** What goes over when children are taken over, and what stays. */
@QuarkusTest
class AcceptMoveApiTest {

    private static final long OLD = Long.parseLong(Accounts.VILLAGE);
    private static final long NEW = Long.parseLong(OTHER_VILLAGE);

    @Inject
    DataSource database;

    private Families.Household household;
    private UUID elder;
    private UUID younger;

    @BeforeEach
    void twoSiblings() {
        household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        elder = Families.register(DIRECTOR, Accounts.VILLAGE, household, "HIGH");
        younger = Families.register(DIRECTOR, Accounts.VILLAGE, household, "LOW");
    }

    @Test
    void allThatBelongsToTheChildGoesOverAndTheSiblingStays() throws SQLException {
        UUID visit = MoveForms.visited(household.id(), elder, younger);
        UUID task = MoveForms.assigned(elder);
        Families.Household aunt = Families.settle(OTHER_TOWN_DIRECTOR, OTHER_VILLAGE);
        UUID move = asked(DIRECTOR, Moves.of(List.of(elder), Moves.to(OTHER_VILLAGE)));
        String director = OTHER_TOWN_DIRECTOR.appointment("CHILDREN_DIRECTOR").toString();

        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of("householdId", aunt.id()))
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("children.childId", contains(elder.toString()));

        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/children/{id}", elder)
                .then()
                .statusCode(200)
                .body("fileStatus", equalTo("ACTIVE"))
                .body("residenceAreaCode", equalTo(OTHER_VILLAGE))
                .body("recordedAreaCode", equalTo(Accounts.VILLAGE))
                .body("residenceAddress", equalTo("周原镇文广村 3 组 8 号"))
                .body("hamlet", equalTo("八组"))
                .body("householdId", equalTo(aunt.id().toString()))
                .body("responsibleAppointmentId", equalTo(director))
                .body("categories.categoryCode", contains("LEFT_BEHIND"))
                .body("assessment.riskLevel", equalTo("HIGH"));
        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/tasks/{id}", task)
                .then()
                .statusCode(200)
                .body("assigneeAppointmentId", equalTo(director))
                .body("status", equalTo("NEW"))
                .body("areaCode", equalTo(OTHER_VILLAGE))
                .body("dueOn", equalTo(Demo.today().plusDays(3).toString()));
        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200)
                .body("children.childId", contains(elder.toString()));
        DIRECTOR.request().get("/api/v1/children/{id}", elder).then().statusCode(404);
        DIRECTOR.request().get("/api/v1/tasks/{id}", task).then().statusCode(404);
        DIRECTOR.request()
                .get("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200)
                .body("children.childId", contains(younger.toString()));
        DIRECTOR.request()
                .get("/api/v1/children/{id}", younger)
                .then()
                .body("fileStatus", equalTo("ACTIVE"))
                .body("residenceAreaCode", equalTo(Accounts.VILLAGE));
        assertThat(FeedTable.live(database, OLD, "child", elder)).isFalse();
        assertThat(FeedTable.live(database, NEW, "child", elder)).isTrue();
        assertThat(FeedTable.live(database, OLD, "task", task)).isFalse();
        assertThat(FeedTable.live(database, NEW, "task", task)).isTrue();
        assertThat(FeedTable.live(database, OLD, "visit", visit)).isTrue();
        assertThat(FeedTable.live(database, NEW, "visit", visit)).isTrue();
        assertThat(Sql.number(
                        database,
                        "select area_code from child_residence where child_id = ? and to_date is null",
                        elder))
                .isEqualTo(NEW);
        assertThat(Sql.number(database, "select area_code from risk_assessment where child_id = ?", elder))
                .isEqualTo(NEW);
    }

    @Test
    void whatWasSaidOfTheChildGoesOverToo() throws SQLException {
        UUID contact = MoveForms.called(elder, younger);
        UUID ofOneAlone = MoveForms.called(elder);
        Families.Household aunt = Families.settle(OTHER_TOWN_DIRECTOR, OTHER_VILLAGE);
        UUID move = asked(DIRECTOR, Moves.of(List.of(elder), Moves.to(OTHER_VILLAGE)));

        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of("householdId", aunt.id()))
                .statusCode(200);

        assertThat(MoveForms.callsAbout(OTHER_TOWN_DIRECTOR, elder)).containsExactlyInAnyOrder(contact, ofOneAlone);
        assertThat(MoveForms.callsAbout(DIRECTOR, younger)).containsExactly(contact);
        assertThat(FeedTable.live(database, OLD, "contact", contact)).isTrue();
        assertThat(FeedTable.live(database, NEW, "contact", contact)).isTrue();
        assertThat(FeedTable.live(database, OLD, "contact", ofOneAlone)).isFalse();
        assertThat(FeedTable.live(database, NEW, "contact", ofOneAlone)).isTrue();
    }

    @Test
    void theWholeHouseholdGoesWithItsVisits() throws SQLException {
        UUID visit = MoveForms.visited(household.id(), elder, younger);
        UUID move = asked(DIRECTOR, Moves.ofHousehold(elder, Moves.to(OTHER_VILLAGE)));
        DIRECTOR.request().get("/api/v1/children/{id}", younger).then().body("fileStatus", equalTo("TRANSFER_PENDING"));

        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of())
                .statusCode(200)
                .body("children.childId", containsInAnyOrder(elder.toString(), younger.toString()));

        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/households/{id}", household.id())
                .then()
                .statusCode(200)
                .body("areaCode", equalTo(OTHER_VILLAGE))
                .body("address", equalTo("周原镇文广村 3 组 8 号"))
                .body("members", hasSize(2));
        DIRECTOR.request().get("/api/v1/households/{id}", household.id()).then().statusCode(404);
        DIRECTOR.request().get("/api/v1/visits/{id}", visit).then().statusCode(404);
        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200)
                .body("children", hasSize(2));
        assertThat(FeedTable.live(database, OLD, "visit", visit)).isFalse();
        assertThat(FeedTable.live(database, NEW, "visit", visit)).isTrue();
        assertThat(FeedTable.live(database, OLD, "household", household.id())).isFalse();
        assertThat(FeedTable.live(database, NEW, "household", household.id())).isTrue();
    }

    @Test
    void aHouseholdIsMadeOfThoseWhoGoAlong() {
        UUID home = UUID.randomUUID();
        Map<String, Object> to = Moves.to(OTHER_VILLAGE);
        to.put(
                "newHousehold",
                Map.of(
                        "id",
                        home,
                        "headName",
                        "王建国",
                        "phone",
                        "13911113333",
                        "memberIds",
                        List.of(household.father())));
        UUID move = asked(DIRECTOR, Moves.of(List.of(elder), to));

        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of()).statusCode(200);

        OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/households/{id}", home)
                .then()
                .statusCode(200)
                .body("headName", equalTo("王建国"))
                .body("phoneMasked", equalTo("139****3333"))
                .body("members.id", contains(household.father().toString()));
        DIRECTOR.request()
                .get("/api/v1/households/{id}", household.id())
                .then()
                .body("members.id", contains(household.grandmother().toString()));
    }

    @Test
    void aChildIsNotTakenOverWithoutAHome() {
        UUID move = asked(DIRECTOR, Moves.of(List.of(elder), Moves.to(OTHER_VILLAGE)));

        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of())
                .statusCode(422)
                .body("violations.rule", contains("move-needs-household"));
        act(OTHER_TOWN_DIRECTOR, move, "accept", Map.of("householdId", household.id()))
                .statusCode(422)
                .body("violations.rule", contains("move-needs-household"));
    }

    @Test
    void theCoordinatorOfBothVillagesAsksAndAnswers() {
        Families.Household there = Families.settle(COORDINATOR, Accounts.SECOND_VILLAGE);
        UUID task = MoveForms.assigned(elder);
        UUID move = asked(COORDINATOR, Moves.of(List.of(elder), Moves.to(Accounts.SECOND_VILLAGE, there.id())));

        act(COORDINATOR, move, "accept", Map.of()).statusCode(200).body("state", equalTo("ACCEPTED"));

        String director =
                Accounts.CHAIR_AND_DIRECTOR.appointment("CHILDREN_DIRECTOR").toString();
        COORDINATOR
                .request()
                .get("/api/v1/tasks/{id}", task)
                .then()
                .body("assigneeAppointmentId", equalTo(director))
                .body("areaCode", equalTo(Accounts.SECOND_VILLAGE));
        Accounts.CHAIR_AND_DIRECTOR
                .request()
                .get("/api/v1/notifications?limit=500")
                .then()
                .body("items.findAll { it.subjectId == '" + move + "' }.event", hasItem("move-accepted"));
        DIRECTOR.request()
                .get("/api/v1/notifications?limit=500")
                .then()
                .body("items.findAll { it.subjectId == '" + move + "' }.event", hasItem("move-accepted"));
    }

    @Test
    void whereNobodyDirectsTheCoordinatorLooksAfterTheChild() throws SQLException {
        Families.Household there = Families.settle(COORDINATOR, VACANT_VILLAGE);
        UUID task = MoveForms.assigned(elder);
        UUID move = asked(DIRECTOR, Moves.of(List.of(elder), Moves.to(VACANT_VILLAGE, there.id())));

        MoveForms.vacated(database);
        try {
            act(COORDINATOR, move, "accept", Map.of()).statusCode(200);
        } finally {
            MoveForms.filled(database);
        }

        String coordinator = COORDINATOR.appointment("TOWNSHIP_COORDINATOR").toString();
        COORDINATOR
                .request()
                .get("/api/v1/children/{id}", elder)
                .then()
                .body("responsibleAppointmentId", equalTo(coordinator));
        COORDINATOR
                .request()
                .get("/api/v1/tasks/{id}", task)
                .then()
                .body("assigneeAppointmentId", equalTo(coordinator))
                .body("returnReason", nullValue());
    }
}
