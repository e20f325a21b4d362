package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.sync.operation.OfflinePhone.visit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;

/** Two phones that register the same child: the second file is kept as a draft beside the first. */
@QuarkusTest
class DuplicateChildApiTest {

    private static final String OTHER_VILLAGE = "610304106200";

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private OfflinePhone phone;
    private Families.Household household;
    private Map<String, Object> form;

    @BeforeEach
    void aRegisteredChild() {
        phone = new OfflinePhone(Accounts.DIRECTOR);
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        form = Families.child(Accounts.VILLAGE, household);
    }

    private void registeredBy(Accounts who, String village) {
        Map<String, Object> theirs = Families.child(village, Families.settle(who, village));
        theirs.put("idNumber", form.get("idNumber"));
        who.request().body(theirs).put("/api/v1/children/{id}", first).then().statusCode(201);
    }

    private ValidatableResponse file(Accounts who, UUID child) {
        return who.request().get("/api/v1/children/{id}", child).then().statusCode(200);
    }

    private JsonPath registeredOffline() {
        return phone.push(phone.operation("child.register", second, form));
    }

    @Test
    void theSecondIsADraftThatNamesTheFirst() {
        registeredBy(Accounts.DIRECTOR, Accounts.VILLAGE);

        assertThat(registeredOffline().getString("results[0].outcome")).isEqualTo("MERGED");

        file(Accounts.COORDINATOR, second)
                .body("fileStatus", equalTo("DRAFT"))
                .body("duplicate", equalTo(true))
                .body("duplicateOf", equalTo(first.toString()))
                .body("missing", hasItem("duplicateOf"));
        Accounts.COORDINATOR
                .request()
                .get("/api/v1/children?limit=500&area=" + Accounts.VILLAGE)
                .then()
                .body("items.find { it.id == '" + second + "' }.duplicate", equalTo(true));
    }

    @Test
    void aFileOutsideTheOwnAreaIsNotNamed() {
        registeredBy(Accounts.OTHER_TOWN_DIRECTOR, OTHER_VILLAGE);

        registeredOffline();

        file(Accounts.DIRECTOR, second).body("duplicate", equalTo(true)).body("duplicateOf", nullValue());
    }

    @Test
    void visitsAreKeptWithTheDraft() {
        registeredBy(Accounts.DIRECTOR, Accounts.VILLAGE);

        JsonPath answer = phone.push(
                phone.operation("child.register", second, form),
                phone.operation("visit.record", UUID.randomUUID(), visit(household.id(), second)));

        assertThat(answer.getList("results.outcome")).containsExactly("MERGED", "APPLIED");
    }

    @Test
    void aCorrectedNumberMakesItAFileOfItsOwn() {
        registeredBy(Accounts.DIRECTOR, Accounts.VILLAGE);
        registeredOffline();

        Accounts.DIRECTOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("idNumber", Families.boysNumber()))
                .patch("/api/v1/children/{id}", second)
                .then()
                .statusCode(200)
                .body("fileStatus", equalTo("ACTIVE"))
                .body("duplicate", equalTo(false))
                .body("missing", empty());
    }

    @Test
    void anotherEditLeavesItADraft() {
        registeredBy(Accounts.DIRECTOR, Accounts.VILLAGE);
        registeredOffline();

        Accounts.DIRECTOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("hamlet", "五组"))
                .patch("/api/v1/children/{id}", second)
                .then()
                .statusCode(200)
                .body("fileStatus", equalTo("DRAFT"))
                .body("duplicateOf", equalTo(first.toString()));
    }

    @Test
    void theCoordinatorClosesItAsADuplicate() {
        registeredBy(Accounts.DIRECTOR, Accounts.VILLAGE);
        registeredOffline();

        Accounts.COORDINATOR
                .request()
                .body(Map.of("id", UUID.randomUUID(), "closeReason", "DUPLICATE"))
                .post("/api/v1/children/{id}/close", second)
                .then()
                .statusCode(200)
                .body("fileStatus", equalTo("CLOSED"));
    }

    @Test
    void whenTheOtherFileIsClosedTheDraftIsWholeAtTheNextLook() {
        registeredBy(Accounts.DIRECTOR, Accounts.VILLAGE);
        registeredOffline();
        Accounts.COORDINATOR
                .request()
                .body(Map.of("id", UUID.randomUUID(), "closeReason", "DUPLICATE"))
                .post("/api/v1/children/{id}/close", first)
                .then()
                .statusCode(200);

        Accounts.DIRECTOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("hamlet", "三组"))
                .patch("/api/v1/children/{id}", second)
                .then()
                .statusCode(200)
                .body("fileStatus", equalTo("ACTIVE"));
    }

    @Test
    void withANetworkTheSecondIsRefusedAsBefore() {
        registeredBy(Accounts.DIRECTOR, Accounts.VILLAGE);

        Accounts.DIRECTOR
                .request()
                .body(form)
                .put("/api/v1/children/{id}", second)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:already-registered"))
                .body("existingId", equalTo(first.toString()));
    }
}
