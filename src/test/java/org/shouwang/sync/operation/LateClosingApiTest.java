package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.shouwang.sync.operation.OfflinePhone.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;

/** A file that was closed or opened offline meets what others did to it meanwhile. */
@QuarkusTest
class LateClosingApiTest {

    private OfflinePhone coordinator;
    private UUID child;
    private String before;

    @BeforeEach
    void aFile() {
        coordinator = new OfflinePhone(Accounts.COORDINATOR);
        child = UUID.randomUUID();
        Map<String, Object> form =
                Families.child(Accounts.VILLAGE, Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE));
        form.remove("assessment");
        Accounts.DIRECTOR
                .request()
                .body(form)
                .put("/api/v1/children/{id}", child)
                .then()
                .statusCode(201);
        before = Demo.now().toString();
    }

    private void act(Accounts who, String act, Map<String, Object> why) {
        who.request()
                .body(with(why, "id", UUID.randomUUID()))
                .post("/api/v1/children/{id}/" + act, child)
                .then()
                .statusCode(200);
    }

    private void closed() {
        act(Accounts.COORDINATOR, "close", Map.of("closeReason", "NO_LONGER_ELIGIBLE"));
    }

    private void reopened() {
        act(Accounts.DIRECTOR, "reopen", Map.of("reason", "又回到村里"));
    }

    private void assessed(String level) {
        Accounts.DIRECTOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("assessment", Families.assessment(level)))
                .patch("/api/v1/children/{id}", child)
                .then()
                .statusCode(200);
    }

    private Map<String, Object> lateClosing() {
        return with(
                coordinator.operation("child.close", child, Map.of("closeReason", "NO_LONGER_ELIGIBLE")), "at", before);
    }

    private void isRefused(JsonPath answer) {
        assertThat(answer.getString("results[0].outcome")).isEqualTo("REJECTED");
        assertThat(answer.getString("results[0].problem.type")).endsWith("state-conflict");
    }

    private String status() {
        return Accounts.DIRECTOR
                .request()
                .get("/api/v1/children/{id}", child)
                .then()
                .statusCode(200)
                .extract()
                .path("fileStatus");
    }

    @Test
    void aFileThatSomebodyOpenedAgainStaysOpen() {
        closed();
        reopened();

        isRefused(coordinator.push(lateClosing()));

        assertThat(status()).isNotEqualTo("CLOSED");
    }

    @Test
    void aChildThatWasFoundAtHighRiskKeepsItsFile() {
        assessed("HIGH");

        isRefused(coordinator.push(lateClosing()));

        assertThat(status()).isEqualTo("ACTIVE");
    }

    @Test
    void anAssessmentThatFoundLittleDoesNotStandAgainstIt() {
        assessed("LOW");

        assertThat(coordinator.push(lateClosing()).getString("results[0].outcome"))
                .isEqualTo("APPLIED");
    }

    @Test
    void closedAndOpenedOnOnePhoneBothAreDoneInItsOrder() {
        JsonPath answer = coordinator.push(
                lateClosing(),
                with(coordinator.operation("child.reopen", child, Map.of("reason", "点错了")), "at", before));

        assertThat(answer.getList("results.outcome")).containsExactly("APPLIED", "APPLIED");
    }

    @Test
    void aPhoneWithoutItsTimeOpensWhatWasClosedOnce() {
        OfflinePhone director = new OfflinePhone(Accounts.DIRECTOR);
        closed();
        Map<String, Object> opens = director.operation("child.reopen", child, Map.of("reason", "又回到村里"));

        JsonPath answer = director.push(with(opens, "serverTimeOffset", null));

        assertThat(answer.getString("results[0].outcome")).isEqualTo("APPLIED");
    }

    @Test
    void onlineAFileIsClosedWhateverWasDoneBefore() {
        assessed("HIGH");

        Accounts.COORDINATOR
                .request()
                .body(Map.of("id", UUID.randomUUID(), "closeReason", "NO_LONGER_ELIGIBLE"))
                .post("/api/v1/children/{id}/close", child)
                .then()
                .statusCode(200)
                .body("fileStatus", equalTo("CLOSED"));
    }
}
