package org.shouwang.register.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Families.Household;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class HouseholdEditApiTest {

    private static final String PATH = "/api/v1/households/{id}";
    private static final String CATEGORIES = PATH + "/members/{member}/womens-categories";

    @Inject
    DataSource database;

    private Household household;

    @BeforeEach
    void settle() {
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
    }

    @Test
    void aFatherWhoIsBackKeepsHisNumbersAndLosesHisPlaceOfWork() throws SQLException {
        patch(0, Map.of("members", List.of(Map.of("id", household.father(), "phone", "13933334444"))), 200);

        patch(1, Map.of("members", List.of(Map.of("id", household.father(), "isAway", false))), 200)
                .body("version", equalTo(2))
                .body("members", hasSize(2))
                .body("members.find { it.sexCode == '1' }.isAway", equalTo(false))
                .body("members.find { it.sexCode == '1' }.workPlaceText", nullValue())
                .body("members.find { it.sexCode == '1' }.awaySince", nullValue())
                .body("members.find { it.sexCode == '1' }.phoneMasked", equalTo("139****4444"))
                .body("members.find { it.sexCode == '2' }.idNumberMasked", equalTo("**************0020"));

        assertThat(Sql.number(
                        database,
                        "select count(*) from audit where subject_id = ? and action = 'household.edit.isAway'",
                        household.father()))
                .isEqualTo(1);
        assertThat(Sql.number(
                        database,
                        "select version from sync_change where kind = 'household' and not removed and id = ?",
                        household.id()))
                .isEqualTo(2);
    }

    @Test
    void aHouseholdOfWhichNobodyIsKnownYetIsRecordedAndGrows() {
        household = new Household(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        Map<String, Object> form = Families.household(Accounts.VILLAGE, household.grandmother(), household.father());
        form.put("members", List.of());
        Accounts.DIRECTOR.request().body(form).put(PATH, household.id()).then().statusCode(201);

        patch(0, Map.of("members", List.of(aunt(household.grandmother()))), 200).body("members", hasSize(1));
    }

    @Test
    void registeringAChildWritesNothingToItsHousehold() throws SQLException {
        Household plain = new Household(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        Map<String, Object> form = Families.household(Accounts.VILLAGE, plain.grandmother(), plain.father());
        form.put("aidTypes", List.of());
        Accounts.DIRECTOR.request().body(form).put(PATH, plain.id()).then().statusCode(201);

        Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, plain, "LOW");

        assertThat(Sql.number(database, "select version from household where id = ?", plain.id()))
                .isZero();
        assertThat(Sql.number(database, "select sum(version) from household_member where household_id = ?", plain.id()))
                .isZero();
    }

    @Test
    void membersAreAddedAndNeverTakenAway() {
        UUID aunt = UUID.randomUUID();
        patch(0, Map.of("members", List.of(Map.of("id", aunt, "fullName", "王秀兰"))), 422)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "members[0].sexCode", "members[0].vitalStatus", "members[0].guardianshipAbility"));

        patch(0, Map.of("members", List.of(aunt(aunt))), 200).body("members", hasSize(3));

        patch(1, Map.of("members", List.of()), 200).body("members", hasSize(3)).body("version", equalTo(1));
        Household other = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        patch(1, Map.of("members", List.of(aunt(other.grandmother()))), 409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));
    }

    @Test
    void anEditIsJudgedByTheRulesOfANewHousehold() {
        patch(0, Map.of("phone", "12"), 422).body("violations.rule", equalTo(List.of("phone-number")));
        patch(0, Map.of("members", List.of(Map.of("id", household.father(), "guardianshipAbility", "NONE"))), 422)
                .body("violations.rule", equalTo(List.of("needed-without-ability")));
        patch(7, Map.of("hamlet", "四组"), 412);
        patch(0, Map.of("hamlet", "四组"), 200).body("hamlet", equalTo("四组")).body("phoneMasked", equalTo("139****2222"));
    }

    @Test
    void theWomensLineSetsWhatItSeesAndClassRStaysWithWhoReachesIt() throws SQLException {
        set(Accounts.TOWNSHIP_CHAIR, 0, List.of("DIVORCED_WOMAN", "DV_SURVIVOR"), 200)
                .body(
                        "members.find { it.sexCode == '2' }.womensCategories",
                        equalTo(List.of("DIVORCED_WOMAN", "DV_SURVIVOR")));
        for (Accounts other : List.of(Accounts.DIRECTOR, Accounts.COORDINATOR, Accounts.COUNTY)) {
            other.request()
                    .get(PATH, household.id())
                    .then()
                    .statusCode(200)
                    .body("members[0]", not(hasKey("womensCategories")));
        }
        set(Accounts.DIRECTOR, 1, List.of(), 403);

        assertThat(Sql.number(
                        database,
                        "select count(*) from audit where subject_id = ? and action = 'household.womens-categories'",
                        household.grandmother()))
                .isEqualTo(1);
        Accounts.TOWNSHIP_CHAIR
                .request()
                .header("If-Match", "\"1\"")
                .body(Map.of("categories", List.of("LEFT_BEHIND_WOMAN")))
                .put(CATEGORIES, household.id(), household.father())
                .then()
                .statusCode(422)
                .body("violations.rule", equalTo(List.of("womans-category")));
    }

    @Test
    void theVillageChairNeitherSeesNorLosesWhatIsOfClassR() {
        household = Families.settle(Accounts.COORDINATOR, Accounts.SECOND_VILLAGE);
        set(Accounts.TOWNSHIP_CHAIR, 0, List.of("DV_SURVIVOR"), 200);
        set(Accounts.CHAIR_AND_DIRECTOR, 1, List.of("TWO_CANCER_PATIENT"), 403);

        set(Accounts.CHAIR_AND_DIRECTOR, 1, List.of("LEFT_BEHIND_WOMAN"), 200)
                .body("members.find { it.sexCode == '2' }.womensCategories", equalTo(List.of("LEFT_BEHIND_WOMAN")));

        Accounts.TOWNSHIP_CHAIR
                .request()
                .get(PATH, household.id())
                .then()
                .body(
                        "members.find { it.sexCode == '2' }.womensCategories",
                        equalTo(List.of("LEFT_BEHIND_WOMAN", "DV_SURVIVOR")));
    }

    private static Map<String, Object> aunt(UUID id) {
        Map<String, Object> aunt = new HashMap<>();
        aunt.put("id", id);
        aunt.put("fullName", "王秀兰");
        aunt.put("sexCode", "2");
        aunt.put("vitalStatus", "ALIVE");
        aunt.put("guardianshipAbility", "FULL");
        return aunt;
    }

    private ValidatableResponse patch(int version, Map<String, ?> changes, int status) {
        return Accounts.DIRECTOR
                .request()
                .header("If-Match", "\"" + version + "\"")
                .body(changes)
                .patch(PATH, household.id())
                .then()
                .statusCode(status);
    }

    private ValidatableResponse set(Accounts worker, int version, List<String> categories, int status) {
        return worker.request()
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("categories", categories))
                .put(CATEGORIES, household.id(), household.grandmother())
                .then()
                .statusCode(status);
    }
}
