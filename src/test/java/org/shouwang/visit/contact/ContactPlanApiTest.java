package org.shouwang.visit.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * How PostgreSQL reads the contacts of a town where much was noted: a temporary table stands before the real one until its
 * connection drops it.
 */
@QuarkusTest
class ContactPlanApiTest {

    private static final int ROWS = 51;

    private static final List<String> A_BUSY_TOWN = List.of(
            "create temp table contact_child (like public.contact_child including indexes)",
            """
            insert into contact_child
            select gen_random_uuid(), gen_random_uuid(), v.code, now() - i * interval '1 minute'
            from area v cross join generate_series(1, 2000) i
            where v.code > 610304101000 and v.code < 610304102000
            """,
            "analyze contact_child",
            "prepare page (bigint[], bigint[], bigint, timestamptz, uuid, integer) as " + ContactRows.NEWEST_IN_AREA);

    private static final String PAGE = """
            explain (analyze, costs off, timing off, summary off)
            execute page('{610304101000}', '{610304102000}', null, now(), '00000000-0000-0000-0000-000000000000', %d)
            """.formatted(ROWS);

    private static final Pattern READ = Pattern.compile(" on contact_child k .*rows=(\\d+)");

    @Inject
    DataSource database;

    @Test
    void eachVillageReadsNoMoreThanAPage() throws SQLException {
        List<Integer> read = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : A_BUSY_TOWN) {
                statement.execute(sql);
            }
            try (ResultSet plan = statement.executeQuery(PAGE)) {
                while (plan.next()) {
                    Matcher line = READ.matcher(plan.getString(1));
                    if (line.find()) {
                        read.add(Integer.valueOf(line.group(1)));
                    }
                }
            }
            statement.execute("deallocate page");
            statement.execute("drop table pg_temp.contact_child");
        }

        assertThat(read).isNotEmpty().allSatisfy(rows -> assertThat(rows).isLessThanOrEqualTo(ROWS));
    }
}
