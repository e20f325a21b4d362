package org.shouwang.monitoring.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.monitoring.MonitoredCounty;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.workbook.WorkbookFile;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** A bulletin from its draft to the one that comes in its place. */
@QuarkusTest
class BulletinStoryApiTest {

    private static final String BULLETINS = "/api/v1/bulletins/";

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    @Inject
    TellOfBulletins tell;

    private MonitoredCounty county;

    @BeforeEach
    void aCounty() throws SQLException {
        county = MonitoredCounty.found(database);
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        county.dissolve();
    }

    private ValidatableResponse draft(UUID id, String tag, Map<String, Object> form) {
        return county.office()
                .header("If-Match", tag)
                .body(form)
                .put(BULLETINS + id)
                .then();
    }

    private UUID drafted(UUID period, Map<String, Object> more) {
        UUID id = UUID.randomUUID();
        Map<String, Object> form = new HashMap<>(more);
        form.put("periodId", period);
        draft(id, "\"0\"", form).statusCode(201).body("status", equalTo("DRAFT"));
        return id;
    }

    private ValidatableResponse act(UUID id, int version, String act, UUID actId) {
        return county.office()
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("id", actId))
                .post(BULLETINS + id + "/" + act)
                .then();
    }

    private ValidatableResponse read(RequestSpecification who, UUID id) {
        return who.get(BULLETINS + id).then();
    }

    private List<String> told(UUID bulletin) throws SQLException {
        return Sql.texts(database, """
                select a.role_code from notification n join appointment a on a.id = n.appointment_id
                where n.subject_id = ? and n.event = 'bulletin-issued'
                order by 1
                """, bulletin);
    }

    private int sweep() {
        try {
            return VertxContextSupport.subscribeAndAwait(tell::runOnce);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Kindergartens 80 % of 85 %, then 79.5 %; what was issued stands whatever is corrected. */
    @Test
    void whatWasIssuedNeverChanges() throws Exception {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        county.lead("C-E03", MonitoredCounty.EDUCATION);
        county.lead("W-D07", MonitoredCounty.TOWN_COMMITTEE);
        county.published(county.quarter(2026, 1), line, 3200, 4000);
        UUID period = county.quarter(2026, 2);
        UUID value = county.published(period, line, 3180, 4000);
        UUID bulletin = drafted(period, Map.of("ranked", true, "opening", "现将二季度情况通报如下"));

        draft(bulletin, "\"0\"", Map.of("periodId", period, "ranked", true, "opening", "现将二季度情况通报如下"))
                .statusCode(200);
        draft(bulletin, "\"7\"", Map.of("periodId", period, "closing", "请认真整改")).statusCode(412);
        draft(bulletin, "\"0\"", Map.of("periodId", period, "ranked", true, "closing", "请认真整改"))
                .statusCode(200)
                .body("version", equalTo(1));
        draft(UUID.randomUUID(), "\"0\"", Map.of("periodId", period))
                .statusCode(409)
                .body("violations.rule", contains("bulletin-once"));
        read(county.liaison(), bulletin).statusCode(404);
        String row = "content.indicators.find { it.indicatorCode == 'C-E02' }.";
        String unit = "content.units.find { it.unitName == '" + MonitoredCounty.EDUCATION + "' }.";
        read(county.office(), bulletin)
                .statusCode(200)
                .body(row + "numerator", equalTo(3180))
                .body(row + "denominator", equalTo(4000))
                .body(row + "value", equalTo(79.50f))
                .body(row + "valueBefore", equalTo(80.00f))
                .body(row + "yearTarget", equalTo("≥ 85"))
                .body(row + "gapPercent", equalTo(6.5f))
                .body(row + "status", equalTo("AT_RISK"))
                .body(row + "worseningThoughMet", equalTo(false))
                .body(row + "unitName", equalTo(MonitoredCounty.EDUCATION))
                .body(row + "card", nullValue())
                .body(unit + "counts.atRisk", equalTo(1))
                .body(unit + "counts.noData", equalTo(1))
                .body(unit + "due", equalTo(2))
                .body(unit + "reportedInTime", equalTo(1))
                .body(unit + "owed", equalTo(1))
                .body(unit + "rank", equalTo(1))
                .body("content.plans.plan", contains("WOMAN", "CHILD"));

        UUID act = UUID.randomUUID();
        act(bulletin, 0, "issue", act).statusCode(412);
        act(bulletin, 1, "issue", act)
                .statusCode(200)
                .body("bulletinNo", equalTo("妇儿工委通〔" + LocalDays.today(clock).getYear() + "〕1号"))
                .body("status", equalTo("ISSUED"));
        act(bulletin, 1, "issue", act).statusCode(200).body("version", equalTo(2));
        act(bulletin, 2, "withdrawal", UUID.randomUUID()).statusCode(409);
        draft(bulletin, "\"2\"", Map.of("periodId", period)).statusCode(409);
        Together.statuses(List.of(this::sweep, this::sweep));
        sweep();
        assertThat(told(bulletin)).containsExactly("STATISTICS_OFFICER", "UNIT_LIAISON");

        String issued =
                read(county.liaison(), bulletin).statusCode(200).extract().asString();
        county.act(
                        county.office(),
                        value,
                        2,
                        "correction",
                        Map.of("reason", "重复统计", "figures", MonitoredCounty.figures(3600, 4000)))
                .statusCode(200);
        assertThat(read(county.liaison(), bulletin).extract().asString()).isEqualTo(issued);

        UUID other = drafted(period, Map.of("replaces", bulletin));
        draft(UUID.randomUUID(), "\"0\"", Map.of("periodId", period, "replaces", bulletin))
                .statusCode(409)
                .body("violations.rule", contains("bulletin-once"));
        act(other, 0, "withdrawal", UUID.randomUUID()).statusCode(200).body("status", equalTo("WITHDRAWN"));
        UUID third = drafted(period, Map.of("replaces", bulletin));
        read(county.liaison(), bulletin).body("replacedBy", nullValue());
        act(third, 0, "issue", UUID.randomUUID())
                .statusCode(200)
                .body("bulletinNo", equalTo("妇儿工委通〔" + LocalDays.today(clock).getYear() + "〕2号"));
        read(county.liaison(), bulletin)
                .body("replacedBy", equalTo(third.toString()))
                .body(row + "value", equalTo(79.50f));
        read(county.liaison(), third)
                .body("replaces", equalTo(bulletin.toString()))
                .body(row + "value", equalTo(90.00f))
                .body(row + "status", notNullValue())
                .body(unit + "rank", nullValue());
        draft(UUID.randomUUID(), "\"0\"", Map.of("periodId", period, "replaces", other))
                .statusCode(409)
                .body("violations.rule", contains("bulletin-replaces-issued"));

        county.liaison()
                .get("/api/v1/bulletins?limit=1&period=" + period)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", notNullValue());
        county.office()
                .get("/api/v1/bulletins?status=WITHDRAWN&period=" + period)
                .then()
                .body("items", hasSize(1));
        Accounts.EDUCATION_LIAISON
                .request()
                .get("/api/v1/bulletins?period=" + period)
                .then()
                .body("items", empty());
        read(Accounts.EDUCATION_LIAISON.request(), bulletin).statusCode(404);
    }

    /** Read back as a spreadsheet reads it; words that begin like a formula are words. */
    @Test
    void workbooksAreReadBack() throws Exception {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID period = county.quarter(2026, 1);
        county.published(period, line, 3180, 4000);
        UUID bulletin = drafted(period, Map.of("opening", "=1+1", "ranked", true));

        Map<String, List<Row>> issued = sheets(county.office(), BULLETINS + bulletin + "/workbook");
        assertThat(issued.keySet()).containsExactly("指标", "单位", "汇总");
        Row indicator = rows(issued, "指标", "C-E02").get(0);
        assertThat(indicator.getCell(4).asNumber()).isEqualByComparingTo("3180");
        assertThat(indicator.getCell(6).asNumber()).isEqualByComparingTo("79.5");
        assertThat(indicator.getCell(6).getDataFormatString()).isEqualTo("0.00");
        assertThat(indicator.getCellText(10)).isEqualTo("有风险");
        assertThat(rows(issued, "汇总", "开头").get(0).getCellText(1)).isEqualTo("=1+1");
        county.liaison().get(BULLETINS + bulletin + "/workbook").then().statusCode(404);

        Map<String, List<Row>> values = sheets(county.liaison(), "/api/v1/collection-periods/" + period + "/workbook");
        Row value = rows(values, "指标", "C-E02").get(0);
        assertThat(value.getCellText(3)).isEqualTo(MonitoredCounty.EDUCATION);
        assertThat(value.getCell(6).asNumber()).isEqualByComparingTo("79.5");
        assertThat(value.getCellText(10)).isEqualTo("已发布");
        Accounts.EDUCATION_LIAISON
                .request()
                .get("/api/v1/collection-periods/" + period + "/workbook")
                .then()
                .statusCode(404);
    }

    private static List<Row> rows(Map<String, List<Row>> sheets, String sheet, String first) {
        return Objects.requireNonNull(sheets.get(sheet)).stream()
                .filter(row -> row.getCellText(0).equals(first))
                .toList();
    }

    private static Map<String, List<Row>> sheets(RequestSpecification who, String path) throws IOException {
        Response answer = who.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo(WorkbookFile.TYPE);
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"(bulletin|period)-" + MonitoredCounty.COUNTY + "-2026-q1.xlsx\"");
        Map<String, List<Row>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()), new ReadingOptions(true, true))) {
            for (Sheet sheet : book.getSheets().toList()) {
                sheets.put(sheet.getName(), sheet.read());
            }
        }
        return sheets;
    }

    /** Two officers issue at once: one wins, and no number is left out. */
    @Test
    void twoOfficersIssueItOnce() throws Exception {
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID period = county.quarter(2026, 1);
        county.published(period, line, 20, 25);
        UUID bulletin = drafted(period, Map.of());

        List<Integer> statuses = Together.statuses(List.of(
                () -> act(bulletin, 0, "issue", UUID.randomUUID()).extract().statusCode(),
                () -> act(bulletin, 0, "issue", UUID.randomUUID()).extract().statusCode()));

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        assertThat(Sql.number(
                        database,
                        "select last_bulletin from supervision_number where area_code = ?",
                        Long.parseLong(MonitoredCounty.COUNTY)))
                .isEqualTo(1);
        assertThatThrownBy(() -> Sql.update(database, "update bulletin set closing = '' where id = ?", bulletin))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not change");
        read(county.office(), bulletin)
                .body("content.indicators.find { it.indicatorCode == 'C-E02' }.small", equalTo(true))
                .body("content.indicators.find { it.indicatorCode == 'C-E02' }.withheld", equalTo(true))
                .body("content.indicators.find { it.indicatorCode == 'C-E02' }.numerator", nullValue());
    }
}
