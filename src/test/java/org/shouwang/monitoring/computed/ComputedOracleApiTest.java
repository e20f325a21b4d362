package org.shouwang.monitoring.computed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.area.Areas.Place;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

/** Each indicator of the demo district is what a statement of another kind counts: by sets of ids, not area by area. */
@QuarkusTest
class ComputedOracleApiTest {

    private static final AreaCode DISTRICT = new AreaCode(610304000000L);

    /** The villages, or townships, that the district runs: all but those of the development zone. */
    private static final String RUN = """
            (select code from area where level = '%s' and code between 610304000000 and 610304999999 and valid_to is null
             except
             select v.code from area v, area h
             where h.administered_by_organisation_id is not null and v.code >= h.code and v.code < h.code_end)
            """;

    private static final String VILLAGES = RUN.formatted("VILLAGE");
    private static final String TOWNSHIPS = RUN.formatted("TOWNSHIP");
    private static final String HERE = "(select code from " + VILLAGES + " as x union all select code from " + TOWNSHIPS
            + " as y union all select 610304000000)";

    private static final String VISITS = "select count(*) from task where task_type = '%s' and status <> 'CANCELLED'"
            + " and due_on >= date_trunc('quarter', ?::date)::date and due_on < ?::date and area_code in " + HERE;
    private static final String IN_TIME = " and status in ('DONE', 'CONFIRMED')"
            + " and done_at < (due_on + 1)::timestamp at time zone 'Asia/Shanghai'";

    private static final String FILES =
            "select count(distinct c.id) from child c join child_category k on k.child_id = c.id"
                    + " where c.duplicate_of is null and c.file_status not in ('CLOSED', 'TRANSFERRED')"
                    + " and k.status not in ('REJECTED', 'ENDED') and ?::date >= k.start_date and coalesce(k.end_date, 'infinity') >= ?::date"
                    + " and k.category_code not in ('MIGRANT', 'SINGLE_PARENT', 'DIVORCED_FAMILY', 'OUT_OF_SCHOOL', 'OTHER_LOCAL')"
                    + " and c.area_code in " + HERE;

    private static final String REPORTS =
            "select count(*) from incident where situation_codes && array['A1', 'A2', 'A3', 'A4', 'A5',"
                    + " 'A6', 'A7', 'A8', 'A9', 'B1', 'B2', 'B3', 'B4']"
                    + " and (clock_from at time zone 'Asia/Shanghai')::date + 1 >= date_trunc('quarter', ?::date)::date"
                    + " and (clock_from at time zone 'Asia/Shanghai')::date + 1 < ?::date and area_code in " + HERE;

    private static final Map<String, List<String>> ORACLE = Map.of(
            "C-W03",
            List.of(
                    "select count(distinct area_code) from appointment where role_code = 'CHILDREN_DIRECTOR' and status <> 'ENDED'"
                            + " and appointed_on <= least(?::date, ?::date) and area_code in " + VILLAGES,
                    "select count(*) from " + VILLAGES + " as v where ?::date = ?::date"),
            "C-W04",
            List.of(
                    "select count(distinct area_code) from appointment where role_code = 'TOWNSHIP_COORDINATOR'"
                            + " and status <> 'ENDED' and appointed_on <= least(?::date, ?::date) and area_code in "
                            + TOWNSHIPS,
                    "select count(*) from " + TOWNSHIPS + " as t where ?::date = ?::date"),
            "C-W02",
            List.of(
                    "select count(distinct h.area_code) from childrens_home h join activity a on a.home_id = h.id"
                            + " where h.status = 'OPEN' and h.indoor_m2 >= 10 and cardinality(h.zones) >= 2"
                            + " and cardinality(h.functions) >= 3"
                            + " and (a.started_at at time zone 'Asia/Shanghai')::date >= greatest(?::date, ?::date) - 90"
                            + " and h.area_code in " + VILLAGES,
                    "select count(*) from " + VILLAGES + " as v where ?::date = ?::date"),
            "C-W09",
            List.of(
                    FILES
                            + " and c.file_status <> 'DRAFT' and c.last_verified_at >= now() - interval '12 months 1 day'",
                    FILES),
            "C-W11",
            List.of(VISITS.formatted("VISIT") + IN_TIME, VISITS.formatted("VISIT")),
            "W-L03",
            List.of(VISITS.formatted("WARNING_LETTER_VISIT") + IN_TIME, VISITS.formatted("WARNING_LETTER_VISIT")),
            "C-S03",
            List.of(
                    REPORTS + " and 'POLICE' = any(reported_to) and reported_at - clock_from <= interval '1 day'",
                    REPORTS));

    @Inject
    DataSource database;

    @Inject
    CountComputed count;

    @Inject
    Grounds grounds;

    @Inject
    ComputedIndicators indicators;

    private Count counted(String code) throws Throwable {
        Span span = Span.ofQuarter(Demo.today());
        return VertxContextSupport.subscribeAndAwait(() -> grounds.of(new Place(DISTRICT, AreaLevel.COUNTY), span.on())
                .chain(ground -> count.of(
                        Objects.requireNonNull(
                                indicators.find(code).orElseThrow().counting()),
                        ground,
                        span)));
    }

    private static void report(int hours) {
        Accounts.DIRECTOR
                .request()
                .body(Map.of(
                        "areaCode",
                        Accounts.VILLAGE,
                        "situationCodes",
                        List.of("A6"),
                        "discoveredAt",
                        Demo.now().minusSeconds(5 * 86_400L).toString(),
                        "reportedAt",
                        Demo.now().minusSeconds(5 * 86_400L - hours * 3_600L).toString(),
                        "reportedTo",
                        List.of("POLICE")))
                .put("/api/v1/incidents/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-W02", "C-W03", "C-W04", "C-W09", "C-W11", "W-L03"})
    void theDistrictIsWhatAnotherStatementCounts(String code) throws Throwable {
        Count found = counted(code);

        assertThat(found).isEqualTo(oracle(code));
        assertThat(found.denominator() > 0 || code.equals("W-L03")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void aReportIsInTimeWithinItsHours(int hours) throws Throwable {
        Count before = counted("C-S03");

        report(hours);

        Count after = counted("C-S03");
        assertThat(after).isEqualTo(oracle("C-S03"));
        assertThat(after).isEqualTo(before.plus(new Count(hours == 1 ? 1 : 0, 1)));
    }

    private Count oracle(String code) throws SQLException {
        List<String> statements = Objects.requireNonNull(ORACLE.get(code));
        return new Count(number(statements.get(0)), number(statements.get(1)));
    }

    private long number(String statement) throws SQLException {
        String today = Demo.today().toString();
        return Sql.number(database, statement, today, today);
    }
}
