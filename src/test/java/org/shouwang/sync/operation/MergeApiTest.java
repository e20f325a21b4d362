package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;

/** An edit made offline meets what others changed meanwhile. */
@QuarkusTest
class MergeApiTest {

    private OfflinePhone phone;
    private UUID child;
    private int seen;

    @BeforeEach
    void aFileOnThePhone() {
        phone = new OfflinePhone(Accounts.DIRECTOR);
        Families.Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        child = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "MEDIUM");
        seen = phone.request().get("/api/v1/children/{id}", child).path("version");
    }

    private Map<String, Object> edit(Map<String, Object> changes) {
        return phone.operation("child.update", child, Map.of("baseVersion", seen, "changes", changes));
    }

    private void meanwhile(Map<String, Object> patch) {
        Accounts.COORDINATOR
                .request()
                .header("If-Match", "\"" + seen + "\"")
                .body(patch)
                .patch("/api/v1/children/{id}", child)
                .then()
                .statusCode(200);
    }

    @Test
    void whatNobodyElseTouchedIsApplied() {
        JsonPath answer = phone.push(edit(Map.of("hamlet", Map.of("from", "三组", "to", "五组"))));

        assertThat(answer.getString("results[0].outcome")).isEqualTo("APPLIED");
        phone.request().get("/api/v1/children/{id}", child).then().body("hamlet", equalTo("五组"));
    }

    @Test
    void twoFieldsOfTwoPeopleAreBothKept() {
        meanwhile(Map.of("remark", "of the coordinator"));

        JsonPath answer = phone.push(edit(Map.of("hamlet", Map.of("from", "三组", "to", "五组"))));

        assertThat(answer.getString("results[0].outcome")).isEqualTo("MERGED");
        phone.request()
                .get("/api/v1/children/{id}", child)
                .then()
                .body("hamlet", equalTo("五组"))
                .body("remark", equalTo("of the coordinator"));
    }

    @Test
    void theSameFieldOfTwoPeopleIsAConflictInWhichTheServersStands() {
        meanwhile(Map.of("hamlet", "四组"));

        JsonPath answer = phone.push(
                edit(Map.of("hamlet", Map.of("from", "三组", "to", "五组"), "remark", Map.of("to", "of the phone"))));

        assertThat(answer.getString("results[0].outcome")).isEqualTo("CONFLICT");
        assertThat(answer.getString("results[0].conflict.hamlet.server")).isEqualTo("四组");
        assertThat(answer.getString("results[0].conflict.hamlet.yours")).isEqualTo("五组");
        phone.request()
                .get("/api/v1/children/{id}", child)
                .then()
                .body("hamlet", equalTo("四组"))
                .body("remark", equalTo("of the phone"));
    }

    @Test
    void aPersonMayChooseThePhonesValue() {
        meanwhile(Map.of("hamlet", "四组"));
        Map<String, Object> operation = edit(Map.of("hamlet", Map.of("from", "三组", "to", "五组")));
        phone.push(operation);

        Accounts.COORDINATOR
                .request()
                .body(Map.of(
                        "body",
                        Map.of(
                                "id", child,
                                "baseVersion", seen,
                                "changes", Map.of("hamlet", Map.of("from", "四组", "to", "五组")))))
                .post("/api/v1/sync/operations/{worker}/{id}/accept", phone.workerId(), operation.get("id"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("MERGED"));

        phone.request().get("/api/v1/children/{id}", child).then().body("hamlet", equalTo("五组"));
    }

    @Test
    void aFieldThatNobodyEditsLikeThisIsRefusedAndNotPassedOver() {
        JsonPath answer = phone.push(
                edit(Map.of("residenceAreaCode", Map.of("from", Accounts.VILLAGE, "to", Accounts.SECOND_VILLAGE))));

        assertThat(answer.getString("results[0].outcome")).isEqualTo("REJECTED");
        assertThat(answer.getString("results[0].problem.violations[0].rule")).isEqualTo("editable-field");
    }

    @Test
    void aStrangersChildIsNotThere() {
        OfflinePhone stranger = new OfflinePhone(Accounts.OTHER_TOWN_DIRECTOR);

        JsonPath answer = stranger.push(stranger.operation(
                "child.update",
                child,
                Map.of("baseVersion", seen, "changes", Map.of("hamlet", Map.of("from", "x", "to", "y")))));

        assertThat(answer.getString("results[0].outcome")).isEqualTo("REJECTED");
        assertThat(answer.getString("results[0].problem.type")).endsWith("not-found");
    }

    @Test
    void aNumberThatThePhoneHoldsMaskedGoesByTheVersionAndIsShownToNobody() {
        Map<String, Object> number = Map.of("contactPhone", Map.of("to", "13911113333"));
        assertThat(phone.push(edit(number)).getString("results[0].outcome")).isEqualTo("APPLIED");
        Map<String, Object> stale = Map.of("contactPhone", Map.of("to", "13911114444"));

        JsonPath answer = phone.push(edit(stale));

        assertThat(answer.getString("results[0].outcome")).isEqualTo("CONFLICT");
        assertThat(answer.prettify()).doesNotContain("13911113333");
    }

    @Test
    void aPhoneThatHoldsANumberInFullMergesItByItsValue() {
        phone.push(edit(Map.of("contactPhone", Map.of("to", "13911113333"))));
        Map<String, Object> corrected = Map.of("contactPhone", Map.of("from", "13911113333", "to", "13911114444"));

        JsonPath answer = phone.push(edit(corrected));

        assertThat(answer.getString("results[0].outcome")).isEqualTo("MERGED");
        phone.request().get("/api/v1/children/{id}", child).then().body("contactPhone", equalTo("13911114444"));
    }

    @Test
    void aPhoneOfTheTownThatHoldsAMaskDoesNotMergeByValue() {
        phone.push(edit(Map.of("contactPhone", Map.of("to", "13911113333"))));
        OfflinePhone town = new OfflinePhone(Accounts.COORDINATOR);
        Map<String, Object> guessed = Map.of("contactPhone", Map.of("from", "13911113333", "to", "13911114444"));

        JsonPath answer =
                town.push(town.operation("child.update", child, Map.of("baseVersion", seen, "changes", guessed)));

        assertThat(answer.getString("results[0].outcome")).isEqualTo("CONFLICT");
        assertThat(answer.prettify()).doesNotContain("13911113333");
    }

    @Test
    void twoPeopleWhoComeToTheHouseholdOneAfterTheOtherAreBothThere() {
        Families.Household home = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);

        JsonPath answer = phone.push(newMember(home.id(), "aunt"), newMember(home.id(), "uncle"));

        assertThat(answer.getList("results.outcome")).doesNotContain("CONFLICT", "REJECTED");
        phone.request()
                .get("/api/v1/households/{id}", home.id())
                .then()
                .body("members.fullName", org.hamcrest.Matchers.hasItems("aunt", "uncle"));
    }

    private Map<String, Object> newMember(UUID household, String name) {
        Map<String, Object> member = Map.of(
                "id", UUID.randomUUID(),
                "fullName", name,
                "sexCode", "2",
                "vitalStatus", "ALIVE",
                "guardianshipAbility", "FULL");
        return phone.operation(
                "household.update",
                household,
                Map.of("baseVersion", 0, "changes", Map.of("members", Map.of("to", java.util.List.of(member)))));
    }
}
