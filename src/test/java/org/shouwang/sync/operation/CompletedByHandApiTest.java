package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.shouwang.sync.operation.OfflinePhone.visit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;

@QuarkusTest
class CompletedByHandApiTest {

    @Test
    void aReportThatNamesTheVisitStaysDoneWhenTheVisitIsAmended() {
        OfflinePhone phone = new OfflinePhone(Accounts.DIRECTOR);
        Families.Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        UUID child = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "LOW");
        UUID visit = UUID.randomUUID();
        UUID report = TypeCase.assigned();
        phone.push(
                phone.operation("visit.record", visit, visit(household.id(), child)),
                phone.operation("task.complete", report, Map.of("resultType", "VISIT", "resultId", visit)));

        JsonPath amended = phone.push(phone.operation("visit.amend", visit, Map.of("livingEnv", "POOR")));

        assertThat(amended.getString("results[0].outcome")).isEqualTo("APPLIED");
        phone.request().get("/api/v1/tasks/{id}", report).then().body("status", equalTo("DONE"));
    }
}
