package org.shouwang.monitoring.bulletin;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.shouwang.monitoring.MonitoredCounty;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.testsupport.Sql;

/** A whole year of a county, and a city of twelve counties around it, past the API. */
final class CountyYear {

    private static final long CITY = 990100000000L;
    private static final String COUNTIES = "(990120000000 + (n - 1) * 1000000)";
    private static final String IN_CITY = "between 990120000000 and 990131999999";

    private final DataSource database;
    private final String worker;

    CountyYear(DataSource database) throws SQLException {
        this.database = database;
        this.worker = Sql.texts(database, "select id::text from worker order by number limit 1")
                .get(0);
    }

    /** All indicators of the catalogue, forty units, four quarters with all that was published. */
    void fill() throws SQLException {
        String codes = new Catalogues()
                .on(LocalDate.parse("2026-10-15")).indicators().stream()
                        .map(Indicator::code)
                        .collect(Collectors.joining(","));
        Sql.update(
                database,
                "insert into organisation (id, name, kind, area_code)"
                        + " select md5('unit' || n)::uuid, '试验单位' || n, 'MEMBER_UNIT', " + MonitoredCounty.COUNTY
                        + " from generate_series(1, 40) n");
        Sql.update(database, """
                insert into responsibility (id, area_code, year, indicator_code, unit_id, role, doc_no, issued_on, request_hash, created_at,
                                            created_by)
                select gen_random_uuid(), %s, 2026, code, md5('unit' || (1 + n %% 40))::uuid, 'LEAD', '试', '2026-01-04', '', now(), '%s'
                from unnest(string_to_array('%s', ',')) with ordinality c(code, n)
                where not exists (select from responsibility r where r.area_code = %s and r.indicator_code = code and r.year = 2026)
                """.formatted(MonitoredCounty.COUNTY, worker, codes, MonitoredCounty.COUNTY));
        Sql.update(database, """
                insert into collection_period (id, area_code, year, quarter, open_on, due_on, request_hash, created_at, created_by)
                select gen_random_uuid(), %s, 2026, n, '2026-01-04', '2199-01-15', '', now(), '%s' from generate_series(1, 4) n
                on conflict do nothing
                """.formatted(MonitoredCounty.COUNTY, worker));
        Sql.update(database, """
                insert into indicator_value (id, period_id, responsibility_id, area_code, unit_id, indicator_code, catalogue_version, status,
                    value_version, numerator, denominator, provisional, source, made_by, attested_by, value, submitted_at, submitted_by,
                    request_hash, created_by)
                select gen_random_uuid(), p.id, r.id, r.area_code, r.unit_id, r.indicator_code, '2026-1', 'PUBLISHED', 1, 3000 + p.quarter, 4000,
                       true, '试', 'PERSON', '试填报', 75, now(), '%1$s', '', '%1$s'
                from collection_period p join responsibility r on r.area_code = p.area_code and r.year = p.year
                where p.area_code = %2$s
                on conflict do nothing
                """.formatted(worker, MonitoredCounty.COUNTY));
    }

    /** Each with a unit and a letter that is open. */
    void city() throws SQLException {
        Sql.update(
                database,
                "insert into area (code, name, level, code_end) values (?, '试验市', 'CITY', ?)",
                CITY,
                CITY + 100_000_000L);
        Sql.update(
                database,
                "insert into area (code, name, level, code_end, parent_code) select " + COUNTIES + ", '试验县', 'COUNTY', "
                        + COUNTIES + " + 1000000, " + CITY + " from generate_series(1, 12) n");
        Sql.update(
                database,
                "insert into organisation (id, name, kind, area_code) select md5('city' || n)::uuid, '试验市单位' || n, 'MEMBER_UNIT', "
                        + COUNTIES + " from generate_series(1, 12) n");
        Sql.update(database, """
                insert into responsibility (id, area_code, year, indicator_code, unit_id, role, doc_no, issued_on, request_hash, created_at,
                                            created_by)
                select md5('line' || n)::uuid, %s, 2026, 'C-E02', md5('city' || n)::uuid, 'LEAD', '试', '2026-01-04', '', now(), '%s'
                from generate_series(1, 12) n
                """.formatted(COUNTIES, worker));
        Sql.update(database, """
                insert into collection_period (id, area_code, year, quarter, open_on, due_on, request_hash, created_at, created_by)
                select md5('period' || n)::uuid, %s, 2026, 1, '2026-01-04', '2199-01-15', '', now(), '%s' from generate_series(1, 12) n
                """.formatted(COUNTIES, worker));
        Sql.update(database, """
                insert into card (id, responsibility_id, period_id, area_code, unit_id, indicator_code, colour, status, rule_id, rule_code,
                                  condition, reason_zh, reason_en, proposed_at, issued_on)
                select md5('card' || n)::uuid, md5('line' || n)::uuid, md5('period' || n)::uuid, %s, md5('city' || n)::uuid, 'C-E02', 'RED',
                       'ISSUED', (select id from card_rule where code = 'R-GAP'), 'R-GAP', 'GAP_ABOVE', '试', 'x', now(), '2026-04-15'
                from generate_series(1, 12) n
                """.formatted(COUNTIES));
        Sql.update(database, """
                insert into supervision_letter (id, card_id, area_code, unit_id, indicator_code, status, content, days, colour, number_year,
                    number, letter_no, issued_on, rectify_due_on, reason_zh, reason_en, request_hash, created_at, created_by)
                select md5('letter' || n)::uuid, md5('card' || n)::uuid, %s, md5('city' || n)::uuid, 'C-E02', 'ISSUED', '试', 15, 'RED', 2026,
                       n, '试' || n, '2026-04-15', '2026-04-30', '试', 'x', '', now(), '%s'
                from generate_series(1, 12) n
                """.formatted(COUNTIES, worker));
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, appointed_on)"
                        + " select gen_random_uuid(), worker_id, 'COMMITTEE_OFFICE', ?, '2026-01-04' from appointment"
                        + " where role_code = 'COMMITTEE_OFFICE' and area_code = ?",
                CITY,
                Long.parseLong(MonitoredCounty.COUNTY));
    }

    void forget() throws SQLException {
        for (String table :
                new String[] {"supervision_letter", "card", "collection_period", "responsibility", "organisation"}) {
            Sql.update(database, "delete from " + table + " where area_code " + IN_CITY);
        }
        Sql.update(database, "delete from appointment where area_code = ?", CITY);
        Sql.update(database, "delete from area where code " + IN_CITY + " or code = " + CITY);
    }
}
