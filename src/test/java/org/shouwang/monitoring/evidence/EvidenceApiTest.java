package org.shouwang.monitoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.monitoring.MonitoredCounty;
import org.shouwang.platform.Sha256;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** A document on its way: cut, resumed, refused, complete, attached, and gone. */
@QuarkusTest
class EvidenceApiTest {

    private static final String FILE = "/api/v1/evidence-files/{id}";
    private static final String REPORTS = "/api/v1/collection-periods/{id}/reports";
    private static final String NAME = "第一季度统计表 1.pdf";

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    SweepEvidence sweep;

    private MonitoredCounty county;

    @BeforeEach
    void aCounty() throws SQLException {
        county = MonitoredCounty.found(database);
    }

    @AfterEach
    void nothingIsLeft() throws SQLException {
        clock.moveTo(Instant.now());
        county.dissolve();
    }

    /** A document of two mebibytes and a bit. */
    private static byte[] pdf(long seed) {
        byte[] bytes = new byte[2 * Parts.PART + 5];
        new Random(seed).nextBytes(bytes);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 8);
        return bytes;
    }

    private Map<String, Object> form(byte[] bytes) {
        return new HashMap<>(Map.of(
                "unitId",
                county.unit(MonitoredCounty.EDUCATION),
                "name",
                NAME,
                "mediaType",
                "PDF",
                "size",
                bytes.length,
                "sha256",
                HexFormat.of().formatHex(Sha256.of(bytes))));
    }

    private static ValidatableResponse declare(RequestSpecification who, UUID id, Map<String, Object> form) {
        return who.body(form).put(FILE, id).then();
    }

    private ValidatableResponse send(UUID id, byte[] bytes, int number) {
        int from = (number - 1) * Parts.PART;
        return raw(id, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + Parts.PART)), number);
    }

    private ValidatableResponse raw(UUID id, byte[] part, int number) {
        return county.liaison()
                .contentType("application/octet-stream")
                .body(part)
                .put(FILE + "/parts/{n}", id, number)
                .then();
    }

    /** Declared and sent. */
    private UUID complete(byte[] bytes) {
        UUID id = UUID.randomUUID();
        declare(county.liaison(), id, form(bytes)).statusCode(201);
        for (int number = 1; number <= 3; number++) {
            send(id, bytes, number).statusCode(200);
        }
        return id;
    }

    private int sweep() {
        try {
            return VertxContextSupport.subscribeAndAwait(sweep::runOnce);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void partsThatComeAtOnceMakeItWholeAndItIsSavedAsWhatItIs() throws Exception {
        for (int seed = 10; seed < 16; seed++) {
            byte[] bytes = pdf(seed);
            UUID id = UUID.randomUUID();
            Map<String, Object> form = new HashMap<>(form(bytes));
            form.put("name", "统计表.jar");
            declare(county.liaison(), id, form).statusCode(201);
            send(id, bytes, 1).statusCode(200);
            Together.statuses(List.of(
                    () -> send(id, bytes, 2).extract().statusCode(),
                    () -> send(id, bytes, 3).extract().statusCode()));
            county.liaison().get(FILE, id).then().body("missingParts", empty()).body("completedAt", notNullValue());
            county.liaison().get(FILE + "/content", id).then().header("Content-Disposition", endsWith(".jar.pdf"));
        }
    }

    @Test
    void aDocumentIsResumedAfterACutAndComesBackAsItWasSent() throws SQLException {
        byte[] bytes = pdf(1);
        UUID id = UUID.randomUUID();
        declare(county.liaison(), id, form(bytes)).statusCode(201).body("missingParts", contains(1, 2, 3));
        declare(county.liaison(), id, form(bytes)).statusCode(200);
        declare(county.liaison(), id, form(pdf(2))).statusCode(409);
        Map<String, Object> office = form(bytes);
        declare(county.statistics(), UUID.randomUUID(), office).statusCode(403);
        declare(Accounts.EDUCATION_LIAISON.request(), UUID.randomUUID(), office).statusCode(404);
        declare(Accounts.COMMITTEE.request(), UUID.randomUUID(), office).statusCode(404);

        send(id, bytes, 3).statusCode(200).body("missingParts", contains(1, 2));
        send(id, bytes, 3).statusCode(200).body("missingParts", contains(1, 2));
        send(id, pdf(2), 3).statusCode(409);
        raw(id, new byte[17], 1).statusCode(422).body("violations.rule", contains("evidence-part-size"));
        send(id, bytes, 1).statusCode(200);
        raw(id, new byte[] {1}, 4).statusCode(422).body("violations.rule", contains("evidence-part"));
        county.liaison().get(FILE + "/content", id).then().statusCode(409);

        county.liaison()
                .get(FILE, id)
                .then()
                .statusCode(200)
                .body("missingParts", contains(2))
                .body("completedAt", nullValue());
        send(id, bytes, 2).statusCode(200).body("missingParts", empty()).body("completedAt", notNullValue());
        send(id, bytes, 2).statusCode(200);
        send(id, pdf(2), 2).statusCode(409);

        byte[] read = county.statistics()
                .get(FILE + "/content", id)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", containsString("filename*=UTF-8''%E7%AC%AC"))
                .extract()
                .asByteArray();
        assertThat(read).isEqualTo(bytes);
        Accounts.EDUCATION_LIAISON.request().get(FILE + "/content", id).then().statusCode(404);
        Accounts.COMMITTEE.request().get(FILE, id).then().statusCode(404);
        Accounts.DIRECTOR.request().get(FILE, id).then().statusCode(403);

        county.liaison().delete(FILE, id).then().statusCode(204);
        county.liaison().get(FILE, id).then().statusCode(404);
        assertThat(Sql.number(database, "select count(*) from evidence_part where file_id = ?", id))
                .isZero();
    }

    @Test
    void anotherDocumentThanWasDeclaredIsSentAgain() {
        byte[] bytes = pdf(3);
        byte[] spoiled = bytes.clone();
        spoiled[Parts.PART + 7]++;
        UUID id = UUID.randomUUID();
        declare(county.office(), id, form(bytes)).statusCode(201);
        send(id, bytes, 1).statusCode(200);
        send(id, spoiled, 2).statusCode(200);
        send(id, bytes, 3).statusCode(422).body("violations.rule", contains("evidence-sha256"));
        county.liaison().get(FILE, id).then().body("missingParts", contains(1, 2, 3));
        for (int number = 1; number <= 3; number++) {
            send(id, bytes, number).statusCode(200);
        }
        county.liaison().get(FILE, id).then().body("completedAt", notNullValue());

        byte[] page = "<html>".getBytes(StandardCharsets.US_ASCII);
        UUID other = UUID.randomUUID();
        declare(county.liaison(), other, form(page)).statusCode(201);
        raw(other, page, 1).statusCode(422).body("violations.rule", contains("evidence-media-type"));
    }

    @Test
    void whatStandsBehindAValueStaysWithEachVersion() {
        UUID file = complete(pdf(4));
        UUID later = complete(pdf(5));
        UUID unfinished = UUID.randomUUID();
        declare(county.liaison(), unfinished, form(pdf(6))).statusCode(201);
        UUID line = county.lead("C-E02", MonitoredCounty.EDUCATION);
        UUID quarter = county.quarter(2026, 1);
        UUID value = UUID.randomUUID();
        for (List<UUID> wrong : List.of(List.of(unfinished), List.of(file, file), List.of(UUID.randomUUID()))) {
            report(value, quarter, line, wrong)
                    .statusCode(422)
                    .body("violations.rule", contains("evidence-complete"))
                    .body("violations.field", contains("figures.evidenceFileIds"));
        }
        report(value, quarter, line, List.of(file))
                .statusCode(201)
                .body("figures.evidenceFileIds", contains(file.toString()));
        county.act(county.statistics(), value, 0, "return", Map.of("reason", "佐证材料不全"))
                .statusCode(200);
        county.act(county.liaison(), value, 1, "resubmission", Map.of("figures", figures(List.of(later))))
                .statusCode(200);
        county.office()
                .get("/api/v1/indicator-values/{id}", value)
                .then()
                .body("figures.evidenceFileIds", contains(later.toString()))
                .body("history[0].figures.evidenceFileIds", contains(file.toString()));

        county.liaison()
                .delete(FILE, file)
                .then()
                .statusCode(409)
                .body("violations.rule", contains("evidence-attached"));
        UUID signed = complete(pdf(7));
        UUID claim = UUID.randomUUID();
        for (int again = 0; again < 2; again++) {
            county.liaison()
                    .body(Map.of("id", claim, "measures", "新增学位", "signedFileId", signed))
                    .post("/api/v1/responsibilities/{id}/claim", line)
                    .then()
                    .statusCode(200)
                    .body("signedFileId", equalTo(signed.toString()));
        }

        clock.moveTo(Instant.now().plus(Duration.ofDays(8)));
        assertThat(sweep()).isEqualTo(1);
        county.liaison().get(FILE, unfinished).then().statusCode(404);
        clock.moveTo(Instant.now().plus(Duration.ofDays(400)));
        assertThat(sweep()).isZero();
    }

    /** To both receivers at once; who owes it stands in the list, and a later document is another version. */
    @Test
    void aUnitHandsInItsReportWithAPeriod() {
        UUID unit = county.unit(MonitoredCounty.EDUCATION);
        UUID quarter = county.quarter(2026, 1);
        UUID first = complete(pdf(9));
        UUID second = complete(pdf(10));
        handIn(county.liaison(), quarter, unit, first).statusCode(404);
        county.lead("C-E02", MonitoredCounty.EDUCATION);
        county.lead("C-E02", MonitoredCounty.TOWN_COMMITTEE);
        county.statistics()
                .get(REPORTS, quarter)
                .then()
                .statusCode(200)
                .body("items.version", contains(0, 0))
                .body("items.submittedTo[0]", contains("STATISTICS", "COMMITTEE_OFFICE"));

        handIn(county.liaison(), quarter, unit, UUID.randomUUID())
                .statusCode(422)
                .body("violations.rule", contains("evidence-complete"));
        handIn(county.liaison(), quarter, unit, first).statusCode(201).body("version", equalTo(1));
        handIn(county.liaison(), quarter, unit, second).statusCode(201).body("version", equalTo(2));
        handIn(county.liaison(), quarter, unit, first)
                .statusCode(200)
                .body("reportFileId", equalTo(second.toString()))
                .body("fileIds", contains(first.toString(), second.toString()));
        handIn(Accounts.EDUCATION_LIAISON.request(), quarter, unit, first).statusCode(404);
        county.office()
                .get(REPORTS + "/{unit}", quarter, unit)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        county.office()
                .get(REPORTS, quarter)
                .then()
                .body("items.findAll { it.version == 0 }.unitName", contains(MonitoredCounty.TOWN_COMMITTEE));
        Accounts.COMMITTEE.request().get(REPORTS, quarter).then().statusCode(404);
        county.liaison().delete(FILE, first).then().statusCode(409);
    }

    private static ValidatableResponse handIn(RequestSpecification who, UUID period, UUID unit, UUID file) {
        return who.body(Map.of("reportFileId", file))
                .put(REPORTS + "/{unit}", period, unit)
                .then();
    }

    private static Map<String, Object> figures(List<UUID> files) {
        Map<String, Object> figures = new HashMap<>(MonitoredCounty.figures(3300, 4000));
        figures.put("evidenceFileIds", files);
        return figures;
    }

    private ValidatableResponse report(UUID value, UUID period, UUID line, List<UUID> files) {
        return county.liaison()
                .body(Map.of("periodId", period, "responsibilityId", line, "figures", figures(files)))
                .put("/api/v1/indicator-values/{id}", value)
                .then();
    }

    /** 500 MiB a unit and year. */
    @Test
    void aUnitHasALimitInAYear() throws SQLException {
        byte[] bytes = pdf(8);
        UUID id = UUID.randomUUID();
        declare(county.liaison(), id, form(bytes)).statusCode(201);
        Sql.update(
                database,
                "insert into evidence_file (id, unit_id, name, media_type, size, sha256, year, keep_until, declared_at, request_hash,"
                        + " created_by) select gen_random_uuid(), unit_id, name, media_type, 20971520, sha256, year, keep_until,"
                        + " declared_at, request_hash, created_by from evidence_file, generate_series(1, 24) where id = ?",
                id);
        Map<String, Object> large = form(bytes);
        large.put("size", 20971520);
        declare(county.liaison(), UUID.randomUUID(), large)
                .statusCode(422)
                .body("violations.rule", contains("evidence-limit"));
        declare(county.liaison(), UUID.randomUUID(), form(bytes)).statusCode(201);
    }
}
