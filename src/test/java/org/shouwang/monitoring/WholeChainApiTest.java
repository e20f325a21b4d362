package org.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.LocalDays;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Sql;

/**
 * Two quarters of the demo district, from the book of responsibilities to the bulletin: six departments, and the committee of each
 * township that the district runs itself.
 */
@QuarkusTest
class WholeChainApiTest {

    private static final String DISTRICT = "610304000000";
    private static final int YEAR = 2025;
    private static final String VACCINATED = "C-H08";
    private static final String KINDERGARTENS = "C-E02";
    private static final int VACCINATED_IN_A_TOWN = 97;
    private static final int DUE_IN_A_TOWN = 100;
    private static final String VALUES = "/indicator-values/";
    private static final String BULLETINS = "/bulletins/";
    private static final String CARDS = "/cards/";
    private static final String LETTERS = "/supervision-letters/";
    private static final String PLANS = "/rectification-plans/";

    /** Whoever reports of an indicator under a line of the book, and what. */
    private record Reporter(Supplier<RequestSpecification> liaison, UUID line, Map<String, Object> figures) {}

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    @All
    List<BackgroundJob> jobs;

    private final List<Reporter> reporters = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() throws SQLException {
        clock.moveTo(Instant.now());
        Leftovers.remove(database, Long.parseLong(DISTRICT), YEAR, YEAR);
    }

    @Test
    void twoQuartersBecomeARedCardALetterAPlanAndABulletin() throws SQLException {
        theBook();
        UUID first = quarter(1);
        publish(first);
        Accounts.COMMITTEE
                .request()
                .get(
                        "/api/v1/indicator-roll-up?quarter=1&year={year}&indicator={code}&area={area}",
                        YEAR,
                        VACCINATED,
                        DISTRICT)
                .then()
                .statusCode(200)
                .body("items[0].value", equalTo(97.0f))
                .body("items[0].missing", hasSize(0))
                .body("items[0].parts", hasSize(towns().size()));
        UUID yellow = proposed("YELLOW");
        act(Accounts.COMMITTEE, CARDS + yellow + "/issue", Map.of("reason", "经核实"));

        UUID second = quarter(2);
        publish(second);
        UUID red = proposed("RED");
        act(Accounts.COMMITTEE, CARDS + red + "/issue", Map.of("reason", "经核实"));
        Accounts.COMMITTEE.request().get("/api/v1" + CARDS + yellow).then().body("status", equalTo("UPGRADED"));

        UUID letter = missed(red);
        UUID plan = verified(letter);
        act(Accounts.COMMITTEE, LETTERS + letter + "/closing", Map.of());
        act(Accounts.COMMITTEE, CARDS + red + "/clear", Map.of("reason", "学位建成，复核属实"));
        assertThat(statuses(CARDS + red, LETTERS + letter, PLANS + plan))
                .containsExactly("CLEARED", "CLOSED", "VERIFIED");
        tell(second);
    }

    /** Six departments answer for an indicator each, the townships for what the sixth adds up. */
    private void theBook() throws SQLException {
        answers(DISTRICT, "陈仓区民政局", "C-W06", Accounts.CIVIL_AFFAIRS_LIAISON::request, 120, 120);
        answers(DISTRICT, "陈仓区教育体育局", KINDERGARTENS, Accounts.EDUCATION_LIAISON::request, 3200, 4000);
        answers(DISTRICT, "陈仓区妇女联合会", "W-O01", Accounts.FEDERATION_LIAISON::request, 18, 18);
        answers(DISTRICT, "陈仓区人力资源和社会保障局", "W-E04", Accounts.HUMAN_RESOURCES_LIAISON::request, 860, null);
        answers(DISTRICT, "陈仓区司法局", "C-L01", Accounts.JUSTICE_LIAISON::request, 14, null);
        for (Map.Entry<String, String> town : towns().entrySet()) {
            String token = Accounts.tokenOf(town.getValue());
            answers(town.getKey(), null, VACCINATED, () -> Accounts.with(token), VACCINATED_IN_A_TOWN, DUE_IN_A_TOWN);
        }
        int towns = towns().size();
        answers(
                DISTRICT,
                "陈仓区卫生健康局",
                VACCINATED,
                Accounts.HEALTH_LIAISON::request,
                towns * VACCINATED_IN_A_TOWN,
                towns * DUE_IN_A_TOWN);
    }

    /** The townships that the district runs itself, with the phones of those who report for their committees. */
    private Map<String, String> towns() throws SQLException {
        Map<String, String> phones = new TreeMap<>();
        List<String> all = Sql.texts(
                database,
                "select code::text from area where level = 'TOWNSHIP' and code / 1000000 = 610304 order by code");
        int next = 1;
        for (String town : all) {
            phones.put(town, town.equals(Accounts.TOWN) ? Accounts.TOWN_LIAISON.phone() : "136%08d".formatted(next++));
        }
        phones.keySet().retainAll(Sql.texts(database, """
                select code::text from area where level = 'TOWNSHIP' and administered_by_organisation_id is null
                """));
        return phones;
    }

    private void answers(
            String area,
            @Nullable String unit,
            String indicator,
            Supplier<RequestSpecification> liaison,
            int numerator,
            @Nullable Integer denominator)
            throws SQLException {
        UUID line = UUID.randomUUID();
        String id = Sql.texts(
                        database,
                        "select id::text from organisation where area_code = cast(? as bigint) and (name = ? or kind = 'TOWNSHIP_COMMITTEE')",
                        area,
                        unit)
                .get(0);
        Accounts.COMMITTEE
                .request()
                .body(Map.of(
                        "areaCode",
                        area,
                        "year",
                        YEAR,
                        "indicatorCode",
                        indicator,
                        "unitId",
                        id,
                        "role",
                        "LEAD",
                        "docNo",
                        "陈妇儿工委〔2025〕1号",
                        "issuedOn",
                        "2025-01-10"))
                .put("/api/v1/responsibilities/{id}", line)
                .then()
                .statusCode(201);
        liaison.get()
                .body(Map.of("id", UUID.randomUUID(), "measures", "纳入年度重点工作"))
                .post("/api/v1/responsibilities/{id}/claim", line)
                .then()
                .statusCode(200);
        Map<String, Object> figures = new HashMap<>(MonitoredCounty.figures(numerator, 1));
        figures.remove("denominator");
        if (denominator != null) {
            figures.put("denominator", denominator);
        }
        reporters.add(new Reporter(liaison, line, figures));
    }

    private static UUID quarter(int quarter) {
        UUID id = UUID.randomUUID();
        Accounts.COMMITTEE
                .request()
                .body(Map.of(
                        "areaCode",
                        DISTRICT,
                        "year",
                        YEAR,
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

    /** Everybody reports; the first value comes back once; all are reviewed and published. */
    private void publish(UUID period) {
        List<UUID> values = new ArrayList<>();
        for (Reporter reporter : reporters) {
            UUID value = UUID.randomUUID();
            reporter.liaison()
                    .get()
                    .body(Map.of(
                            "periodId", period, "responsibilityId", reporter.line(), "figures", reporter.figures()))
                    .put("/api/v1" + VALUES + value)
                    .then()
                    .statusCode(201);
            values.add(value);
        }
        UUID returned = values.get(0);
        act(Accounts.STATISTICS, VALUES + returned + "/return", Map.of("reason", "请附台账"));
        act(
                Accounts.CIVIL_AFFAIRS_LIAISON,
                VALUES + returned + "/resubmission",
                Map.of("figures", reporters.get(0).figures()));
        for (UUID value : values) {
            act(Accounts.STATISTICS, VALUES + value + "/review", Map.of());
            act(Accounts.COMMITTEE, VALUES + value + "/publication", Map.of());
        }
    }

    /** The bulletin of a quarter, as a department reads it. */
    private static void tell(UUID period) {
        UUID bulletin = UUID.randomUUID();
        Accounts.COMMITTEE
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("periodId", period, "ranked", true, "opening", "现将二季度情况通报如下"))
                .put("/api/v1" + BULLETINS + bulletin)
                .then()
                .statusCode(201);
        act(Accounts.COMMITTEE, BULLETINS + bulletin + "/issue", Map.of());
        String row = "content.indicators.find { it.indicatorCode == '" + KINDERGARTENS + "' }.";
        Accounts.HEALTH_LIAISON
                .request()
                .get("/api/v1" + BULLETINS + bulletin)
                .then()
                .statusCode(200)
                .body(row + "value", equalTo(80.0f))
                .body(row + "yearTarget", equalTo("≥ 85"))
                .body(row + "status", equalTo("OFF_TRACK"))
                .body("content.units.rank", hasItem(1));
    }

    /** A letter that is signed for, not answered in time and climbs. */
    private UUID missed(UUID card) {
        UUID letter = UUID.randomUUID();
        Accounts.COMMITTEE
                .request()
                .body(Map.of("cardId", card, "content", "请制定靶向整改方案并报备案"))
                .put("/api/v1" + LETTERS + letter)
                .then()
                .statusCode(201);
        act(Accounts.COMMITTEE, LETTERS + letter + "/issue", Map.of());
        act(Accounts.EDUCATION_LIAISON, LETTERS + letter + "/receipt", Map.of());
        LocalDate due = LocalDate.parse(Accounts.COMMITTEE
                .request()
                .get("/api/v1" + LETTERS + letter)
                .then()
                .extract()
                .path("rectifyDueOn"));
        clock.moveTo(LocalDays.at(due.plusDays(1), LocalTime.of(8, 1)));
        jobs.stream().filter(job -> job.name().equals("sweep-letters")).forEach(job -> Awaited.result(job::runOnce));
        Accounts.COMMITTEE
                .request()
                .get("/api/v1/supervision/key-list?area=" + DISTRICT)
                .then()
                .statusCode(200)
                .body("items.id", contains(letter.toString()))
                .body("items.interview", contains(true));
        act(Accounts.COMMITTEE, LETTERS + letter + "/accountability", Map.of("reason", "分管领导作出书面说明"));
        act(Accounts.EDUCATION_LIAISON, LETTERS + letter + "/reply", Map.of("replyText", "整改方案随文报备"));
        return letter;
    }

    /** A plan of one project that is filed, done and verified; the letter is accepted with it. */
    private UUID verified(UUID letter) {
        LocalDate due = LocalDays.today(clock).plusDays(60);
        UUID plan = UUID.randomUUID();
        Accounts.EDUCATION_LIAISON
                .request()
                .body(Map.of("letterId", letter, "items", List.of(SupervisionForms.project(due))))
                .put("/api/v1" + PLANS + plan)
                .then()
                .statusCode(201);
        act(Accounts.EDUCATION_LIAISON, PLANS + plan + "/submission", Map.of());
        act(Accounts.COMMITTEE, PLANS + plan + "/filing", Map.of());
        act(Accounts.COMMITTEE, LETTERS + letter + "/acceptance", Map.of());
        act(Accounts.EDUCATION_LIAISON, PLANS + plan + "/start", Map.of());
        for (int milestone = 1; milestone <= 2; milestone++) {
            act(
                    Accounts.EDUCATION_LIAISON,
                    PLANS + plan + "/milestone",
                    Map.of("itemNo", 1, "milestoneNo", milestone, "figure", 150 * milestone));
        }
        act(Accounts.EDUCATION_LIAISON, PLANS + plan + "/completion", Map.of());
        act(Accounts.COMMITTEE, PLANS + plan + "/verification", Map.of());
        return plan;
    }

    private static UUID proposed(String colour) {
        List<Map<String, Object>> cards = Accounts.COMMITTEE
                .request()
                .get("/api/v1/cards?status=PROPOSED&limit=500&area=" + DISTRICT)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(cards).singleElement().satisfies(card -> assertThat(card)
                .containsEntry("indicatorCode", KINDERGARTENS)
                .containsEntry("colour", colour));
        return UUID.fromString(cards.get(0).get("id").toString());
    }

    /** Does something to a record as its reader sees it now. */
    private static ValidatableResponse act(Accounts who, String path, Map<String, Object> words) {
        String record = "/api/v1" + path.substring(0, path.lastIndexOf('/'));
        Map<String, Object> body = new HashMap<>(words);
        body.put("id", UUID.randomUUID());
        return who.request()
                .header("If-Match", who.request().get(record).getHeader("ETag"))
                .body(body)
                .post("/api/v1" + path)
                .then()
                .statusCode(200);
    }

    private static List<String> statuses(String... records) {
        return Stream.of(records)
                .map(path -> Accounts.COMMITTEE
                        .request()
                        .get("/api/v1" + path)
                        .then()
                        .extract()
                        .<String>path("status"))
                .toList();
    }
}
