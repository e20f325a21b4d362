package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;

/** A visitor hears that a family lives elsewhere now. */
@QuarkusTest
class MovedFamilyApiTest {

    private final UUID visit = UUID.randomUUID();
    private Families.Household household;
    private UUID child;
    private String startedAt;

    @BeforeEach
    void aFamily() {
        startedAt = Demo.now().minusSeconds(1800).toString();
        household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        child = Families.register(DIRECTOR, Accounts.VILLAGE, household, "LOW");
    }

    private Map<String, Object> form(UUID of, String outcome) {
        Map<String, Object> form = new HashMap<>();
        form.put("householdId", household.id());
        form.put("method", "HOME");
        form.put("purpose", "ROUTINE");
        form.put("startedAt", startedAt);
        form.put("outcome", outcome);
        form.put("children", List.of(Map.of("childId", of, "met", false)));
        return form;
    }

    private void record(UUID id, String outcome, int status) {
        DIRECTOR.request()
                .body(form(child, outcome))
                .put("/api/v1/visits/{id}", id)
                .then()
                .statusCode(status);
    }

    private List<String> proposedBy() {
        return COORDINATOR
                .request()
                .get("/api/v1/moves?area=" + Accounts.VILLAGE + "&state=PROPOSED&limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.children.childId.contains('" + child + "') }.sourceVisitId");
    }

    @Test
    void itIsProposedToTheCoordinatorOnce() {
        record(visit, "MOVED", 201);
        record(visit, "MOVED", 200);
        record(UUID.randomUUID(), "MOVED", 201);

        assertThat(proposedBy()).containsExactly(visit.toString());
    }

    @Test
    void anotherOutcomeProposesNothing() {
        record(visit, "NO_ONE_HOME", 201);

        assertThat(proposedBy()).isEmpty();
    }

    @Test
    void aCorrectionProposesItToo() {
        record(visit, "NO_ONE_HOME", 201);

        DIRECTOR.request()
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(Map.of("outcome", "MOVED"))
                .patch("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200);

        assertThat(proposedBy()).containsExactly(visit.toString());
    }
}
