package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.SentStatements;

/** What planning costs the database: after a standard has changed there are thousands of children in an hour. */
@QuarkusTest
class PlanStatementsApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    PlanFollowUps planner;

    private Village village;

    @BeforeEach
    void nothingIsDue() {
        village = new Village(Accounts.VILLAGE, database);
        plan();
    }

    private void plan() {
        Awaited.result(planner::runOnce);
    }

    private List<UUID> children(int number) {
        UUID household = village.household();
        List<UUID> children = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            children.add(village.child(household, "郑小宝", RiskLevel.LOW));
        }
        return children;
    }

    private List<String> sent() {
        try (SentStatements log = SentStatements.start()) {
            plan();
            return log.all().stream().map(SentStatements.Sent::sql).toList();
        }
    }

    @Test
    void moreChildrenAreNoMoreStatements() {
        children(1);
        List<String> first = sent();
        List<UUID> many = children(30);
        List<String> made = sent();
        many.forEach(child -> village.run(
                "update child set risk_level = 'HIGH', updated_at = updated_at + interval '1 second' where id = ?",
                child));
        List<String> raised = sent();

        assertThat(made.size()).as("%s", made).isLessThanOrEqualTo(first.size() + 4);
        assertThat(raised.size()).as("%s", raised).isLessThanOrEqualTo(first.size() + 6);
    }
}
