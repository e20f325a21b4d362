package org.shouwang.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwang.staff.NewCounty;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

/**
 * A county of a province that does not exist, with a committee office, a statistics officer, an education bureau and the committee
 * of a township: three of the demo's people work there beside their own posts, and nothing of it stays.
 */
public final class MonitoredCounty {

    public static final String EDUCATION = "试验教育局";
    public static final String TOWN_COMMITTEE = "试验乡镇妇儿工委";
    public static final String COUNTY = Long.toString(NewCounty.COUNTY);
    public static final String TOWN = Long.toString(NewCounty.TOWN);

    private final DataSource database;
    private final NewCounty county;
    private final Map<String, UUID> units = new HashMap<>();
    private final String office = Accounts.PRIVACY_OFFICER.token();
    private final String statistics = Accounts.EXECUTIVE.token();
    private final String liaison = Accounts.TOWNSHIP_CHAIR.token();

    private MonitoredCounty(DataSource database, NewCounty county) {
        this.database = database;
        this.county = county;
    }

    public static MonitoredCounty found(DataSource database) throws SQLException {
        MonitoredCounty made = new MonitoredCounty(database, NewCounty.found(database));
        made.appoint(Accounts.PRIVACY_OFFICER, "COMMITTEE_OFFICE", NewCounty.COUNTY, null);
        made.appoint(Accounts.EXECUTIVE, "STATISTICS_OFFICER", NewCounty.COUNTY, null);
        made.unit(EDUCATION, "MEMBER_UNIT", NewCounty.COUNTY);
        made.unit(TOWN_COMMITTEE, "TOWNSHIP_COMMITTEE", NewCounty.TOWN);
        return made;
    }

    private void unit(String name, String kind, long area) throws SQLException {
        UUID id = UUID.randomUUID();
        Sql.update(
                database,
                "insert into organisation (id, name, kind, area_code) values (?, ?, ?, ?)",
                id,
                name,
                kind,
                area);
        appoint(Accounts.TOWNSHIP_CHAIR, "UNIT_LIAISON", null, id);
        units.put(name, id);
    }

    /** Past the API, which would take a sign-in to tell who somebody is. */
    private void appoint(Accounts who, String role, @Nullable Long area, @Nullable UUID unit) throws SQLException {
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, organisation_id, appointed_on)"
                        + " values (?, ?, ?, ?, ?, '2026-01-04')",
                UUID.randomUUID(),
                UUID.nameUUIDFromBytes(("demo/worker/" + who.phone()).getBytes(UTF_8)),
                role,
                area,
                unit);
    }

    /** Nothing of it is left but its trail. */
    public void dissolve() throws SQLException {
        Leftovers.remove(database, NewCounty.COUNTY, 0, Integer.MAX_VALUE);
        inCounty("delete from computed_value where area_code between ? and ?");
        inCounty("delete from indicator_target where area_code between ? and ?");
        inCounty("delete from evidence_file where unit_id in"
                + " (select id from organisation where area_code between ? and ?)");
        inCounty("delete from appointment where organisation_id in"
                + " (select id from organisation where area_code between ? and ?)");
        county.dissolve();
    }

    private void inCounty(String statement) throws SQLException {
        Sql.update(database, statement, NewCounty.COUNTY, NewCounty.COUNTY + 999_999);
    }

    public UUID unit(String name) {
        return Objects.requireNonNull(units.get(name));
    }

    public RequestSpecification office() {
        return Accounts.with(office);
    }

    public RequestSpecification statistics() {
        return Accounts.with(statistics);
    }

    /** Of both units. */
    public RequestSpecification liaison() {
        return Accounts.with(liaison);
    }

    /** Makes a unit answer for an indicator in 2026, where it has its seat. */
    public ValidatableResponse issue(UUID id, String indicator, String unit, String role) {
        return office().body(Map.of(
                        "areaCode",
                        unit.equals(TOWN_COMMITTEE) ? TOWN : COUNTY,
                        "year",
                        2026,
                        "indicatorCode",
                        indicator,
                        "unitId",
                        unit(unit),
                        "role",
                        role,
                        "docNo",
                        "试妇儿工委〔2026〕1号",
                        "issuedOn",
                        "2026-01-04"))
                .put("/api/v1/responsibilities/{id}", id)
                .then();
    }

    /** Answers the line under which the unit leads. */
    public UUID lead(String indicator, String unit) {
        UUID line = UUID.randomUUID();
        issue(line, indicator, unit, "LEAD").statusCode(201);
        return line;
    }

    /** An open quarter that is not due for long. */
    public UUID quarter(int year, int quarter) {
        UUID id = UUID.randomUUID();
        office().body(Map.of(
                        "areaCode",
                        COUNTY,
                        "year",
                        year,
                        "quarter",
                        quarter,
                        "openOn",
                        "2026-01-04",
                        "dueOn",
                        "2199-01-15"))
                .put("/api/v1/collection-periods/{id}", id)
                .then()
                .statusCode(201);
        return id;
    }

    public static Map<String, Object> figures(int numerator, int denominator) {
        return Map.of(
                "numerator",
                numerator,
                "denominator",
                denominator,
                "provisional",
                true,
                "source",
                "试验报表",
                "attestedBy",
                "试填报");
    }

    public ValidatableResponse report(UUID value, UUID period, UUID line, int numerator, int denominator) {
        return liaison()
                .body(Map.of("periodId", period, "responsibilityId", line, "figures", figures(numerator, denominator)))
                .put("/api/v1/indicator-values/{id}", value)
                .then();
    }

    /** An act on a value as it was seen in this version. */
    public ValidatableResponse act(
            RequestSpecification who, UUID value, int version, String act, Map<String, Object> body) {
        Map<String, Object> form = new HashMap<>(Map.of("id", UUID.randomUUID()));
        form.putAll(body);
        return who.header("If-Match", "\"" + version + "\"")
                .body(form)
                .post("/api/v1/indicator-values/{id}/" + act, value)
                .then();
    }

    /** Reports, reviews and publishes a value, and answers it. */
    public UUID published(UUID period, UUID line, int numerator, int denominator) {
        UUID value = UUID.randomUUID();
        report(value, period, line, numerator, denominator).statusCode(201);
        act(statistics(), value, 0, "review", Map.of()).statusCode(200);
        act(office(), value, 1, "publication", Map.of()).statusCode(200);
        return value;
    }
}
