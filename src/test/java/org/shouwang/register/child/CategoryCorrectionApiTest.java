package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
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
import org.shouwang.testsupport.Sql;

/** Facts that were recorded wrongly and are put right: what the rules made of them is put right too. */
@QuarkusTest
class CategoryCorrectionApiTest {

    private static final String CATEGORY = "/api/v1/children/{child}/categories/{category}/";

    @Inject
    DataSource database;

    private final UUID child = UUID.randomUUID();
    private final UUID category = UUID.randomUUID();
    private final UUID mother = UUID.randomUUID();
    private Families.Household household;
    private String director = "";

    @BeforeEach
    void aFamilyWhoseFatherIsAway() {
        director = Accounts.DIRECTOR.token();
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        edit(
                "households",
                household.id(),
                Map.of(
                        "members",
                        List.of(Map.of(
                                "id", mother,
                                "fullName", "张红霞",
                                "sexCode", "2",
                                "vitalStatus", "ALIVE",
                                "guardianshipAbility", "FULL",
                                "isAway", false))));
    }

    private void register(List<Object> claims) {
        Map<String, Object> form = Families.child(Accounts.VILLAGE, household);
        form.put("idType", "NONE");
        form.remove("idNumber");
        form.put("categories", claims);
        List<Object> members = new ArrayList<>((List<?>) form.get("members"));
        members.add(Families.link(mother, "52", false));
        form.put("members", members);
        Accounts.with(director)
                .body(form)
                .put("/api/v1/children/{id}", child)
                .then()
                .statusCode(201);
    }

    private void edit(String what, UUID id, Map<String, ?> patch) {
        String path = "/api/v1/" + what + "/{id}";
        String version = Accounts.with(director).get(path, id).header("ETag");
        Accounts.with(director)
                .header("If-Match", version)
                .body(patch)
                .patch(path, id)
                .then()
                .statusCode(200);
    }

    private void motherIsAway(boolean away) {
        Map<String, Object> said = new HashMap<>(Map.of("id", mother, "isAway", away));
        if (away) {
            said.put("workPlaceCode", "4419");
            said.put("workPlaceText", "广东省东莞市");
            said.put("awaySince", "2025-04-01");
        }
        edit("households", household.id(), Map.of("members", List.of(said)));
        Demo.sweep();
    }

    private void isBorn(String day) {
        edit("children", child, Map.of("birthDate", day));
        Demo.sweep();
    }

    private ValidatableResponse file() {
        return Accounts.with(director)
                .get("/api/v1/children/{id}", child)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse inbox(Accounts worker) {
        return worker.request().get("/api/v1/notifications?limit=500").then().statusCode(200);
    }

    @Test
    void whatTheRuleEndedByAMistakeItProposesAgain() {
        register(List.of());
        motherIsAway(true);
        motherIsAway(false);
        file().body("categories.status", contains("ENDED"));

        motherIsAway(true);

        file().body("categories.findAll { it.status == 'CLAIMED' }.startDate", contains("2025-10-01"));
    }

    @Test
    void aMistypedBirthDateTakesNoApprovedCategoryAwayForGood() throws SQLException {
        register(List.of(Map.of("id", category, "categoryCode", "LEFT_BEHIND", "startDate", "2025-08-10")));
        decide(Accounts.COORDINATOR, "verify");
        decide(Accounts.COUNTY, "approve");

        isBorn(Demo.today().minusYears(16).minusDays(20).toString());
        file().body("categories.status", contains("ENDED"));
        inbox(Accounts.COORDINATOR)
                .body("items.findAll { it.subjectId == '%s' }.event".formatted(child), contains("category-ended"));

        isBorn("2016-05-02");

        file().body("categories.id", contains(category.toString()))
                .body("categories.status", contains("APPROVED"))
                .body("categories[0].endDate", equalTo(null));
        inbox(Accounts.COORDINATOR)
                .body("items.findAll { it.subjectId == '%s' }.event".formatted(child), hasItem("category-restored"));
        assertThat(Sql.number(database, """
                select count(*) from audit
                where subject_id = ? and action in ('category.end', 'category.restore') and worker_id is null
                """, child)).isEqualTo(2);
    }

    @Test
    void whatAPersonEndedStaysEnded() {
        register(List.of(Map.of("id", category, "categoryCode", "LEFT_BEHIND", "startDate", "2025-08-10")));
        decide(Accounts.COORDINATOR, "verify");
        Accounts.COORDINATOR
                .request()
                .body(Map.of("id", UUID.randomUUID(), "endDate", "2026-02-01", "reason", "父亲已返乡"))
                .post(CATEGORY + "end", child, category)
                .then()
                .statusCode(200);

        isBorn("2016-05-03");

        file().body("categories.status", contains("ENDED"));
    }

    private void decide(Accounts worker, String what) {
        worker.request()
                .body(Map.of("id", UUID.randomUUID()))
                .post(CATEGORY + what, child, category)
                .then()
                .statusCode(200);
    }
}
