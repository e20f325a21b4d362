package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.sync.operation.OfflinePhone.visit;
import static org.shouwang.sync.operation.OfflinePhone.with;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** Work is judged by the posts of the day on which it was done, for a month after they ended. */
@QuarkusTest
class LateWorkApiTest {

    private static final String OTHER_VILLAGE = "610304106200";

    @Inject
    AgroalDataSource database;

    private final UUID post = UUID.randomUUID();
    private OfflinePhone phone;
    private Families.Household household;
    private UUID child;

    @BeforeEach
    void aFamilyElsewhere() {
        phone = new OfflinePhone(Accounts.DIRECTOR);
        household = Families.settle(Accounts.OTHER_TOWN_DIRECTOR, OTHER_VILLAGE);
        child = Families.register(Accounts.OTHER_TOWN_DIRECTOR, OTHER_VILLAGE, household, "LOW");
    }

    @AfterEach
    void noPostIsLeft() throws Exception {
        Sql.update(database, "update appointment set ended_on = appointed_on where id = ?", post);
    }

    private void postEnded(int daysAgo) throws Exception {
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, appointed_on, status, ended_on, end_reason)"
                        + " values (?, cast(? as uuid), 'CHILDREN_DIRECTOR', ?, date '2025-01-01', 'ENDED', ?, 'TRANSFER')",
                post,
                phone.workerId(),
                Long.valueOf(OTHER_VILLAGE),
                Demo.today().minusDays(daysAgo));
    }

    /** A visit at noon of a day. */
    private String outcomeOfAVisit(int daysAgo) {
        String then = Demo.now().minus(Duration.ofDays(daysAgo)).toString();
        Map<String, Object> form = visit(household.id(), child);
        form.put("startedAt", then);
        return phone.push(with(phone.operation("visit.record", UUID.randomUUID(), form), "at", then))
                .getString("results[0].outcome");
    }

    @Test
    void whatWasDoneBeforeTheEndCounts() throws Exception {
        postEnded(3);

        assertThat(outcomeOfAVisit(5)).isEqualTo("APPLIED");
    }

    @Test
    void whatWasDoneAfterTheEndDoesNot() throws Exception {
        postEnded(3);

        assertThat(outcomeOfAVisit(1)).isEqualTo("REJECTED");
    }

    @Test
    void aMonthAfterTheEndNothingArrivesAnyMore() throws Exception {
        postEnded(31);

        assertThat(outcomeOfAVisit(35)).isEqualTo("REJECTED");
    }
}
