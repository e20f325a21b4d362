package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Families.Household;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class CategoryApiTest {

    private static final String PATH = "/api/v1/children/{child}/categories/{category}";

    @Inject
    DataSource database;

    private final UUID category = UUID.randomUUID();
    private final UUID child = UUID.randomUUID();
    private Map<String, Object> form = Map.of();
    private Household household;
    private UUID mother = UUID.randomUUID();

    @BeforeEach
    void aChildInNoCategory() {
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        form = Families.child(Accounts.VILLAGE, household);
        form.put("categories", List.of());
    }

    @Test
    void aBenefitCategoryIsClaimedVerifiedApprovedAndEnded() throws SQLException {
        register();
        Map<String, Object> claim = Map.of("categoryCode", "ORPHAN_SCATTERED", "startDate", "2026-01-10");
        put(Accounts.DIRECTOR, claim, 201).body("categories.status", equalTo(List.of("CLAIMED")));
        put(Accounts.DIRECTOR, claim, 200).body("version", equalTo(1));
        put(Accounts.DIRECTOR, Map.of("categoryCode", "ORPHAN_SCATTERED", "startDate", "2026-01-11"), 409);
        Accounts.DIRECTOR
                .request()
                .body(claim)
                .put(PATH, child, UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("violations.rule", equalTo(List.of("no-overlap")));
        act(Accounts.COUNTY, "approve", Map.of(), 409);
        act(Accounts.DIRECTOR, "verify", Map.of(), 403);
        Map<String, Object> verify = Map.of("id", UUID.randomUUID());
        act(Accounts.COORDINATOR, "verify", verify, 200).body("categories.status", equalTo(List.of("VERIFIED")));
        act(Accounts.COORDINATOR, "verify", verify, 200).body("version", equalTo(2));
        act(Accounts.COORDINATOR, "reject", Map.of("reason", "材料不全"), 403);
        act(Accounts.COUNTY, "approve", Map.of(), 422)
                .body("violations.field", containsInAnyOrder("recognisedOrganisationId", "recognisedOn", "docNo"));
        act(Accounts.COUNTY, "approve", recognised(UUID.randomUUID()), 422)
                .body("violations.rule", equalTo(List.of("organisation-known")));
        act(Accounts.COUNTY, "approve", recognised(bureau()), 200)
                .body("categories.status", equalTo(List.of("APPROVED")))
                .body("categories.docNo", equalTo(List.of("陈民〔2026〕7号")));
        act(Accounts.COORDINATOR, "end", Map.of("endDate", "2025-12-31", "reason", "x"), 422);
        act(Accounts.COORDINATOR, "end", Map.of("endDate", "2026-02-01", "reason", "已被收养"), 200)
                .body("categories.status", equalTo(List.of("ENDED")))
                .body("categories.endDate", equalTo(List.of("2026-02-01")));

        assertThat(Sql.number(
                        database,
                        "select count(*) from audit where subject_id = ? and action in ('category.claim', "
                                + "'category.verify', 'category.approve', 'category.end')",
                        child))
                .isEqualTo(4);
    }

    @Test
    void categoriesOfClassRAreEnteredByTheCountyAloneAndAreThereForNobodyElse() {
        register();
        Map<String, Object> claim = Map.of("categoryCode", "HIV_AFFECTED", "startDate", "2026-01-10");
        put(Accounts.DIRECTOR, claim, 403);
        put(Accounts.COORDINATOR, claim, 403);
        put(Accounts.COUNTY, Map.of("categoryCode", "STREET", "startDate", "2026-01-10"), 403);

        put(Accounts.COUNTY, claim, 201).body("categories.categoryCode", equalTo(List.of("HIV_AFFECTED")));

        act(Accounts.COORDINATOR, "verify", Map.of(), 404);
        Accounts.DIRECTOR.request().get("/api/v1/children/{id}", child).then().body("categories", empty());
        act(Accounts.COUNTY, "verify", Map.of(), 200);
        act(Accounts.COUNTY, "approve", recognised(bureau()), 200)
                .body("categories.status", equalTo(List.of("APPROVED")));
    }

    @Test
    void anotherKindSaysWhatItIs() {
        register();

        put(Accounts.DIRECTOR, Map.of("categoryCode", "OTHER_LOCAL", "startDate", "2026-01-10"), 422)
                .body("violations.rule", equalTo(List.of("other-text")));
        put(
                        Accounts.DIRECTOR,
                        Map.of("categoryCode", "OTHER_LOCAL", "startDate", "2026-01-10", "otherText", "移民搬迁"),
                        201)
                .body("categories.otherText", equalTo(List.of("移民搬迁")));
    }

    @Test
    void theRuleProposesWhenTheFactsAreRecordedAndTheCoordinatorConfirms() throws SQLException {
        register();
        motherAway("2025-04-01");
        Demo.sweep();
        Demo.sweep();

        UUID proposal = UUID.fromString(Accounts.DIRECTOR
                .request()
                .get("/api/v1/children/{id}", child)
                .then()
                .body("categories.categoryCode", equalTo(List.of("LEFT_BEHIND")))
                .body("categories.status", equalTo(List.of("CLAIMED")))
                .body("categories.byRule", equalTo(List.of(true)))
                .body("categories.startDate", equalTo(List.of("2025-10-01")))
                .extract()
                .path("categories[0].id"));
        assertThat(Sql.number(database, """
                select count(*) from audit
                where subject_id = ? and action = 'category.propose' and worker_id is null
                """, child)).isEqualTo(1);
        assertThat(Sql.number(
                        database, "select look_on - date '2032-05-02' from category_look where child_id = ?", child))
                .isZero();
        assertThat(Sql.number(database, """
                select count(*) from notification n join appointment a on a.id = n.appointment_id
                where n.event = 'left-behind-proposed' and n.occurrence = ? and a.role_code = 'TOWNSHIP_COORDINATOR'
                """, Accounts.VILLAGE + "/" + Demo.today()))
                .isPositive();
        Accounts.COORDINATOR
                .request()
                .body(Map.of("id", UUID.randomUUID(), "reason", "母亲每周回家"))
                .post(PATH + "/reject", child, proposal)
                .then()
                .statusCode(200)
                .body("categories.status", equalTo(List.of("REJECTED")));
        Demo.sweep();
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/children/{id}", child)
                .then()
                .body("categories.status", equalTo(List.of("REJECTED")));
    }

    @Test
    void twoNodesThatLookTogetherProposeOnce() throws Exception {
        register();
        motherAway("2025-04-01");

        Together.statuses(List.of(CategoryApiTest::sweep, CategoryApiTest::sweep));

        Demo.sweep();
        assertThat(Sql.number(database, "select count(*) from child_category where child_id = ?", child))
                .isEqualTo(1);
    }

    @Test
    void onTheSixteenthBirthdayTheCategoryEnds() throws SQLException {
        LocalDate born = Demo.today().minusYears(16);
        form.put("birthDate", born.plusDays(3).toString());
        form.put("idType", "NONE");
        form.remove("idNumber");
        form.put("categories", List.of(Families.category("LEFT_BEHIND", "2025-08-10")));
        register();
        Demo.sweep();
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/children/{id}", child)
                .then()
                .body("categories.status", equalTo(List.of("CLAIMED")));
        Sql.update(database, "update child set birth_date = ? where id = ?", born, child);

        Demo.sweep();

        Accounts.DIRECTOR
                .request()
                .get("/api/v1/children/{id}", child)
                .then()
                .body("categories.status", equalTo(List.of("ENDED")))
                .body("categories.endDate", equalTo(List.of(Demo.today().toString())));
        Accounts.DIRECTOR
                .request()
                .queryParams(Map.of("category", "LEFT_BEHIND", "area", Accounts.VILLAGE, "limit", 500))
                .get("/api/v1/children")
                .then()
                .body("items.id", not(hasItem(child.toString())));
    }

    /** The father of this family has been away since 2025-02-10. */
    private void motherAway(String since) {
        Map<String, Object> away = new HashMap<>();
        away.put("id", mother);
        away.put("isAway", true);
        away.put("workPlaceCode", "4419");
        away.put("workPlaceText", "广东省东莞市");
        away.put("awaySince", since);
        Accounts.DIRECTOR
                .request()
                .header("If-Match", "\"1\"")
                .body(Map.of("members", List.of(away)))
                .patch("/api/v1/households/{id}", household.id())
                .then()
                .statusCode(200);
    }

    private void register() {
        Accounts.DIRECTOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "members",
                        List.of(Map.of(
                                "id", mother,
                                "fullName", "张红霞",
                                "sexCode", "2",
                                "vitalStatus", "ALIVE",
                                "guardianshipAbility", "FULL",
                                "isAway", false))))
                .patch("/api/v1/households/{id}", household.id())
                .then()
                .statusCode(200);
        List<Object> members = new ArrayList<>((List<?>) form.get("members"));
        members.add(Families.link(mother, "52", false));
        form.put("members", members);
        Accounts.DIRECTOR
                .request()
                .body(form)
                .put("/api/v1/children/{id}", child)
                .then()
                .statusCode(201);
    }

    private static int sweep() {
        Demo.sweep();
        return 0;
    }

    private static Map<String, Object> recognised(UUID organisation) {
        return Map.of("recognisedOrganisationId", organisation, "recognisedOn", "2026-01-20", "docNo", "陈民〔2026〕7号");
    }

    private static UUID bureau() {
        return UUID.fromString(Accounts.COUNTY
                .request()
                .queryParams(Map.of("area", "610304000000", "limit", 1))
                .get("/api/v1/organisations")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id"));
    }

    private ValidatableResponse put(Accounts worker, Map<String, ?> claim, int status) {
        return worker.request().body(claim).put(PATH, child, category).then().statusCode(status);
    }

    private ValidatableResponse act(Accounts worker, String what, Map<String, ?> more, int status) {
        Map<String, Object> body = new HashMap<>(more);
        body.putIfAbsent("id", UUID.randomUUID());
        return worker.request()
                .body(body)
                .post(PATH + "/" + what, child, category)
                .then()
                .statusCode(status);
    }
}
