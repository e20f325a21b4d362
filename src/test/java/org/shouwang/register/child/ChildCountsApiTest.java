package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.ManyRecords;

/** How a county is counted: one statement, whose plan must not read every file. */
@QuarkusTest
class ChildCountsApiTest {

    private static final String COUNTY = "'{610304000000}', '{610305000000}'";

    @Inject
    DataSource database;

    @Test
    void eachVillageIsReadFromTheIndexAlone() throws SQLException {
        assertThat(ManyRecords.plans(database, ChildCounts.COUNT, "bigint[], bigint[]", COUNTY))
                .allSatisfy(plan -> assertThat(plan)
                        .containsPattern("Index Only Scan using \\S*child\\S*.* on child")
                        .containsPattern("Index Cond: \\(area_code = place.code\\)")
                        .doesNotContain("Seq Scan on child"));
    }
}
