package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.StatementLog;

/** What one visit costs the database: a number that must not creep. */
@QuarkusTest
class VisitStatementsApiTest {

    private static final Pattern OWN =
            Pattern.compile("(from|into) (visit|visit_child|visit_member|household|household_member|child)\\b");

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private List<String> statementsOf(int children) {
        Family family = Family.in(Accounts.VILLAGE, database);
        List<Map<String, Object>> met = IntStream.range(0, children)
                .mapToObj(i -> VisitJson.met(family.child(RiskLevel.MEDIUM)))
                .toList();
        RequestSpecification request =
                DIRECTOR.request().body(VisitJson.with(VisitJson.visit(family, clock.instant()), "children", met));
        try (StatementLog log = StatementLog.start()) {
            request.put("/api/v1/visits/" + UUID.randomUUID()).then().statusCode(201);
            return log.statements();
        }
    }

    @Test
    void aNewVisitReadsFourTimesAndWritesTwice() {
        List<String> own =
                statementsOf(2).stream().filter(sql -> OWN.matcher(sql).find()).toList();
        assertThat(own).filteredOn(sql -> sql.startsWith("select")).hasSize(4);
        assertThat(own).filteredOn(sql -> sql.startsWith("insert")).hasSize(2);
        assertThat(own).hasSize(6);
    }

    @Test
    void moreChildrenAreNoMoreStatements() {
        assertThat(statementsOf(7)).hasSameSizeAs(statementsOf(1));
    }
}
