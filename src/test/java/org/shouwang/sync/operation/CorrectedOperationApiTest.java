package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.shouwang.sync.operation.OfflinePhone.visit;
import static org.shouwang.sync.operation.OfflinePhone.with;
import static org.shouwang.sync.operation.OfflinePhone.withBody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;

/** An author corrects by another operation what was not accepted, and the first one is out of everybody's way. */
@QuarkusTest
class CorrectedOperationApiTest {

    private OfflinePhone phone;
    private Families.Household household;
    private UUID child;

    @BeforeEach
    void aFamily() {
        phone = new OfflinePhone(Accounts.DIRECTOR);
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        child = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "MEDIUM");
    }

    private Map<String, Object> visitToTheChild() {
        return phone.operation("visit.record", UUID.randomUUID(), visit(household.id(), child));
    }

    private Map<String, Object> rejected() {
        Map<String, Object> operation = withBody(visitToTheChild(), "startedAt", "2020-01-01T00:00:00Z");
        assertThat(outcome(operation)).isEqualTo("REJECTED");
        return operation;
    }

    private String outcome(Map<String, Object> operation) {
        return phone.push(operation).getString("results[0].outcome");
    }

    private Map<String, Object> correcting(Map<String, Object> operation) {
        return with(visitToTheChild(), "corrects", operation.get("id"));
    }

    @Test
    void whatIsCorrectedIsSettledAndLeavesTheList() {
        Map<String, Object> wrong = rejected();

        assertThat(outcome(correcting(wrong))).isEqualTo("APPLIED");

        assertThat(phone.told(wrong.get("id"))).containsEntry("settledAs", "CORRECTED");
        Accounts.COORDINATOR
                .request()
                .get("/api/v1/sync/operations?limit=500&area=" + Accounts.VILLAGE)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(wrong.get("id").toString())));
    }

    @Test
    void aCorrectionThatIsNotAcceptedSettlesNothing() {
        Map<String, Object> wrong = rejected();

        Map<String, Object> again = withBody(correcting(wrong), "startedAt", "2020-01-02T00:00:00Z");
        assertThat(outcome(again)).isEqualTo("REJECTED");

        assertThat(phone.told(wrong.get("id")).get("settledAs")).isNull();
    }

    @Test
    void nothingIsRefusedForWhatCannotBeCorrected() {
        OfflinePhone other = new OfflinePhone(Accounts.OTHER_TOWN_DIRECTOR);
        Map<String, Object> others = other.operation("visit.record", UUID.randomUUID(), visit(household.id(), child));
        other.push(others);

        JsonPath answer = phone.push(correcting(others), correcting(Map.of("id", UUID.randomUUID())));

        assertThat(answer.getList("results.outcome")).containsOnly("APPLIED");
        assertThat(other.told(others.get("id")).get("settledAs")).isNull();
    }

    @Test
    void whatWasAcceptedMeanwhileIsNotDoneOnceMoreAsAnotherRecord() {
        Map<String, Object> done = visitToTheChild();
        phone.push(done);
        Map<String, Object> wrong = rejected();
        Accounts.COORDINATOR
                .request()
                .body(Map.of("body", visitAgain(wrong)))
                .post("/api/v1/sync/operations/{worker}/{id}/accept", phone.workerId(), wrong.get("id"))
                .then()
                .statusCode(200);

        JsonPath answer = phone.push(correcting(done), correcting(wrong));

        assertThat(answer.getList("results.outcome")).containsOnly("REJECTED");
        assertThat(answer.getString("results[0].problem.type")).endsWith("state-conflict");
    }

    /** The same record with a day that may be. */
    private Map<String, Object> visitAgain(Map<String, Object> operation) {
        Map<String, Object> body = visit(household.id(), child);
        body.put("id", ((Map<?, ?>) operation.get("body")).get("id"));
        return body;
    }

    @Test
    void workOfAnotherKindTakesNoPlaceOfIt() {
        Map<String, Object> wrong = rejected();
        Map<String, Object> read = phone.operation("notification.read", UUID.randomUUID(), Map.of());

        assertThat(outcome(with(read, "corrects", wrong.get("id")))).isEqualTo("MERGED");

        assertThat(phone.told(wrong.get("id")).get("settledAs")).isNull();
    }

    @Test
    void whatADismissedOneWasDismissedForStays() {
        Map<String, Object> wrong = rejected();
        Accounts.COORDINATOR
                .request()
                .body(Map.of("reason", "entered twice"))
                .post("/api/v1/sync/operations/{worker}/{id}/dismiss", phone.workerId(), wrong.get("id"))
                .then()
                .statusCode(200);

        assertThat(outcome(correcting(wrong))).isEqualTo("APPLIED");

        assertThat(phone.told(wrong.get("id"))).containsEntry("settledAs", "DISMISSED");
    }

    @Test
    void whatWaitedForTheFirstOneFollowsTheSecond() {
        UUID newChild = UUID.randomUUID();
        Map<String, Object> file = Families.child(Accounts.VILLAGE, household);
        Map<String, Object> wrong =
                withBody(phone.operation("child.register", newChild, file), "birthDate", "1990-01-01");
        Map<String, Object> visits =
                phone.operation("visit.record", UUID.randomUUID(), visit(household.id(), newChild));
        assertThat(phone.push(wrong, visits).getList("results.outcome")).containsExactly("REJECTED", "HELD");

        phone.push(with(phone.operation("child.register", newChild, file), "corrects", wrong.get("id")));

        assertThat(phone.told(wrong.get("id"))).containsEntry("settledAs", "CORRECTED");
        assertThat(outcome(visits)).isEqualTo("DUPLICATE");
    }

    @Test
    void aCorrectionOfWhatWaitsTakesItsPlaceInTheQueue() {
        UUID newChild = UUID.randomUUID();
        UUID visit = UUID.randomUUID();
        Map<String, Object> file = Families.child(Accounts.VILLAGE, household);
        Map<String, Object> wrong =
                withBody(phone.operation("child.register", newChild, file), "birthDate", "1990-01-01");
        Map<String, Object> waits = phone.operation("visit.record", visit, visit(household.id(), newChild));
        Map<String, Object> corrected = with(
                phone.operation("visit.record", visit, visit(household.id(), newChild)), "corrects", waits.get("id"));
        corrected = withBody(corrected, "findings", "the right one");
        assertThat(phone.push(wrong, waits, corrected).getList("results.outcome"))
                .containsExactly("REJECTED", "HELD", "HELD");

        phone.push(with(phone.operation("child.register", newChild, file), "corrects", wrong.get("id")));

        assertThat(phone.told(waits.get("id"))).containsEntry("settledAs", "CORRECTED");
        assertThat(outcome(corrected)).isEqualTo("DUPLICATE");
    }

    @Test
    void aCorrectionThatHadToWaitSettlesWhenItIsDone() {
        Map<String, Object> wrong = rejected();
        UUID newChild = UUID.randomUUID();
        Map<String, Object> file = Families.child(Accounts.VILLAGE, household);
        Map<String, Object> registers = phone.operation("child.register", newChild, file);
        Map<String, Object> correction = with(
                phone.operation("visit.record", UUID.randomUUID(), visit(household.id(), newChild)),
                "corrects",
                wrong.get("id"));
        phone.push(withBody(registers, "birthDate", "1990-01-01"), correction);
        assertThat(phone.told(wrong.get("id")).get("settledAs")).isNull();

        phone.push(phone.operation("child.register", newChild, file));

        assertThat(phone.told(wrong.get("id"))).containsEntry("settledAs", "CORRECTED");
    }
}
