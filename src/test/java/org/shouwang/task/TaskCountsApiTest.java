package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.ManyRecords;

/** How a county is counted: one statement each, whose plans must read neither what is over nor the history. */
@QuarkusTest
class TaskCountsApiTest {

    private static final String COUNTY = "'{610304000000}', '{610305000000}'";

    @Inject
    DataSource database;

    @Test
    void ofEachVillageOnlyWhatIsOpenAndThePeriodIsRead() throws SQLException {
        String march = COUNTY
                + ", '2026-03-15', '2026-03-15 12:00+08', '2026-03-01 00:00+08', '2026-04-01 00:00+08', 'Asia/Shanghai'";

        assertThat(ManyRecords.plans(
                        database,
                        TaskCounts.COUNT,
                        "bigint[], bigint[], date, timestamptz, timestamptz, timestamptz, text",
                        march))
                .allSatisfy(plan -> assertThat(plan)
                        .containsPattern("Index Cond: \\(area_code = place.code\\)")
                        .containsPattern("Index Cond: \\(\\(area_code = place.code\\) AND \\(done_at >= ")
                        .doesNotContain("Seq Scan on task"));
    }

    @Test
    void ofTheChildrenOnlyThoseWhoAreAskedForAreRead() throws SQLException {
        String march =
                COUNTY + ", '2026-03-31', array['VISIT', 'FIRST_VISIT'], '2026-03-01 00:00+08', '2026-04-01 00:00+08'";

        assertThat(ManyRecords.plans(
                        database,
                        TaskCounts.AWAITED,
                        "bigint[], bigint[], date, text[], timestamptz, timestamptz",
                        march))
                .allSatisfy(plan -> assertThat(plan)
                        .containsPattern("Index Cond: \\(\\(area_code = place.code\\) AND \\(done_at >= ")
                        .doesNotContain("Seq Scan on task", "Seq Scan on visit", "Seq Scan on child"));
    }

    @Test
    void ofTheVisitsOnlyThoseThatWereDueInThePeriodAreRead() throws SQLException {
        assertThat(ManyRecords.plans(
                        database,
                        TaskCounts.ON_TIME,
                        "bigint[], bigint[], date, date, text",
                        COUNTY + ", '2026-03-01', '2026-03-31', 'Asia/Shanghai'"))
                .allSatisfy(plan -> assertThat(plan)
                        .containsPattern("Index Cond: \\(\\(area_code = place.code\\) AND \\(due_on >= ")
                        .doesNotContain("Seq Scan on task"));
    }
}
