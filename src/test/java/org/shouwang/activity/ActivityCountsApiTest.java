package org.shouwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.ManyRecords;

/** How a county is counted: one statement, whose plan must not read the history. */
@QuarkusTest
class ActivityCountsApiTest {

    private static final String COUNTY = "'{610304000000}', '{610305000000}'";

    @Inject
    DataSource database;

    @Test
    void ofEachVillageOnlyThePeriodIsRead() throws SQLException {
        String march = COUNTY + ", '2026-03-01 00:00+08', '2026-04-01 00:00+08'";

        assertThat(ManyRecords.plans(
                        database, ActivityCounts.COUNT, "bigint[], bigint[], timestamptz, timestamptz", march))
                .allSatisfy(plan -> assertThat(plan)
                        .containsPattern("Index Cond: \\(\\(area_code = place.code\\) AND \\(started_at >= ")
                        .doesNotContain("Seq Scan on activity"));
    }
}
