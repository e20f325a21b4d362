package org.shouwang.staff.worker;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.staff.NewCounty;
import org.shouwang.staff.Roster;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class ImportWorkersApiTest {

    private static final String KNOWN = Roster.line("张丽", "13700000009", "儿童主任", NewCounty.VILLAGE);

    /** As Excel in China saves it, with an outcome of every kind. */
    private static final byte[] LIST = Roster.file(
                    Roster.line("王芳", "１３７００００００１１", "儿童主任", NewCounty.SECOND_VILLAGE),
                    Roster.line("王芳", "137 0000 0011", "村妇联主席", NewCounty.SECOND_VILLAGE),
                    KNOWN,
                    Roster.line("张莉", "13700000009", "村妇联主席", NewCounty.VILLAGE),
                    Roster.line("张丽", "13700000012", "村妇联主席", NewCounty.VILLAGE),
                    Roster.line("李强", "1.37E+10", "儿童主任", NewCounty.VILLAGE),
                    Roster.line("赵敏", "13700000013", "儿童主任", 610304101200L),
                    ",,,,",
                    "")
            .getBytes(Charset.forName("GB18030"));

    @Inject
    DataSource database;

    private NewCounty county;

    @BeforeEach
    void aCounty() throws SQLException {
        county = NewCounty.found(database);
    }

    @AfterEach
    void noCounty() throws SQLException {
        county.dissolve();
    }

    @Test
    void everyLineIsToldWhatBecameOfIt() throws SQLException {
        Roster.make(NewCounty.ADMINISTRATOR, KNOWN);

        Roster.send(NewCounty.ADMINISTRATOR, LIST)
                .statusCode(200)
                .body("lines.line", contains(2, 3, 4, 5, 6, 7, 8))
                .body(
                        "lines.outcome",
                        contains("CREATED", "APPOINTED", "UNCHANGED", "QUESTION", "QUESTION", "REFUSED", "REFUSED"))
                .body(
                        "lines.rules.rule",
                        contains(
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of("phone-of-another"),
                                List.of("namesake"),
                                List.of("rounded-by-excel"),
                                List.of("area-not-yours")))
                .body("lines[0].activationCode", matchesPattern("[A-Z0-9]{4}-[A-Z0-9]{4}"))
                .body("lines[1..6].activationCode", everyItem(nullValue()))
                .body("lines[5].rules[0].message", containsString("文本"))
                .body("counts.CREATED", equalTo(1))
                .body("counts.APPOINTED", equalTo(1))
                .body("counts.UNCHANGED", equalTo(1))
                .body("counts.QUESTION", equalTo(2))
                .body("counts.REFUSED", equalTo(2));

        assertThat(county.workersMade()).isEqualTo(2);
        assertThat(county.appointmentsOfThemMade()).isEqualTo(3);
    }

    @Test
    void theSameListAgainChangesNothing() throws SQLException {
        Roster.make(NewCounty.ADMINISTRATOR, KNOWN);
        Roster.send(NewCounty.ADMINISTRATOR, LIST).statusCode(200);
        long trail = trail();

        Roster.send(NewCounty.ADMINISTRATOR, LIST)
                .statusCode(200)
                .body(
                        "lines.outcome",
                        contains("UNCHANGED", "UNCHANGED", "UNCHANGED", "QUESTION", "QUESTION", "REFUSED", "REFUSED"))
                .body("lines.activationCode", everyItem(nullValue()));

        assertThat(county.workersMade()).isEqualTo(2);
        assertThat(county.appointmentsOfThemMade()).isEqualTo(3);
        assertThat(trail()).isEqualTo(trail);
    }

    @Test
    void theSameListTwiceAtTheSameMomentMakesEverybodyOnce() throws Exception {
        String[] lines = IntStream.range(0, 40)
                .mapToObj(i -> Roster.line("孙" + (char) ('一' + i), "137000002" + (10 + i), "儿童主任", NewCounty.VILLAGE))
                .toArray(String[]::new);
        Callable<Integer> sent =
                () -> Roster.send(NewCounty.ADMINISTRATOR, lines).extract().statusCode();

        List<Integer> statuses = Together.statuses(Collections.nCopies(4, sent));

        assertThat(statuses).containsOnly(200);
        assertThat(county.workersMade()).isEqualTo(40);
        assertThat(county.appointmentsOfThemMade()).isEqualTo(40);
    }

    @Test
    void theCodeInTheReportSignsThePersonIn() {
        String code = Roster.send(NewCounty.COORDINATOR, Roster.line("王芳", "13700000011", "儿童主任", NewCounty.VILLAGE))
                .extract()
                .path("lines[0].activationCode");

        String token = given().contentType(ContentType.JSON)
                .body(Map.of("phone", "13700000011", "code", code, "password", "槐树下的第一场雪很安静"))
                .post("/api/v1/auth/activate")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");

        given().auth()
                .oauth2(token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("worker.fullName", equalTo("王芳"))
                .body("appointments.areaCode", contains(Long.toString(NewCounty.VILLAGE)));
    }

    @Test
    void aQuestionMakesNobody() throws SQLException {
        Roster.make(NewCounty.ADMINISTRATOR, KNOWN);

        Roster.send(NewCounty.ADMINISTRATOR, Roster.line("张丽", "13700000014", "儿童主任", NewCounty.VILLAGE))
                .statusCode(200)
                .body("lines[0].outcome", equalTo("QUESTION"))
                .body("lines[0].workerId", nullValue());

        assertThat(county.workersMade()).isEqualTo(1);
    }

    @Test
    void somebodyWhoLeftIsStillAskedAbout() throws SQLException {
        UUID former = Roster.make(NewCounty.ADMINISTRATOR, KNOWN);
        Sql.update(
                database,
                "update appointment set status = 'ENDED', ended_on = '2026-02-01' where worker_id = ?",
                former);

        Roster.send(NewCounty.ADMINISTRATOR, Roster.line("张丽", "13700000014", "儿童主任", NewCounty.VILLAGE))
                .body("lines[0].rules[0].rule", equalTo("namesake"));
    }

    @Test
    void aCheckedNamesakeIsMade() throws SQLException {
        Roster.make(NewCounty.ADMINISTRATOR, KNOWN);
        String list =
                Roster.HEADER + ",同名已核实\r\n" + Roster.line("张丽", "13700000014", "儿童主任", NewCounty.VILLAGE) + ",是\r\n";

        Roster.send(NewCounty.ADMINISTRATOR, list.getBytes(UTF_8)).body("lines[0].outcome", equalTo("CREATED"));

        assertThat(county.workersMade()).isEqualTo(2);
    }

    /** The largest list takes a few statements, not thousands. */
    @Test
    void aListOfFiveThousandIsTakenInWhole() throws SQLException {
        String[] lines = IntStream.range(0, 5_000)
                .mapToObj(i ->
                        Roster.line("孙" + (char) ('一' + i), "1370001" + (1_000 + i % 9_000), "儿童主任", NewCounty.VILLAGE))
                .toArray(String[]::new);

        Roster.send(NewCounty.COORDINATOR, lines).statusCode(200).body("counts.CREATED", equalTo(5_000));

        assertThat(county.workersMade()).isEqualTo(5_000);
    }

    @Test
    void aListOfMoreThanFiveThousandLinesIsRefusedWhole() throws SQLException {
        String[] lines = Collections.nCopies(5_001, Roster.line("王芳", "13700000011", "儿童主任", NewCounty.VILLAGE))
                .toArray(String[]::new);

        Roster.send(NewCounty.COORDINATOR, lines)
                .statusCode(422)
                .body("type", equalTo("urn:shouwang:problem:invalid"))
                .body("violations.rule", contains("too-many-lines"));

        assertThat(county.workersMade()).isZero();
    }

    @Test
    void aListWithoutItsColumnsIsRefusedWhole() {
        NewCounty.COORDINATOR
                .request()
                .contentType("application/octet-stream")
                .header("Accept-Language", "en")
                .body("姓名,电话\r\n王芳,13700000011\r\n".getBytes(UTF_8))
                .post("/api/v1/workers/import")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("phone"))
                .body("violations.rule", everyItem(equalTo("column-missing")))
                .body("violations[0].message", containsString("appointedOn"));
    }

    @Test
    void aListOfNobodyIsTakenIn() {
        Roster.send(NewCounty.COORDINATOR)
                .statusCode(200)
                .body("lines", empty())
                .body("counts.values()", hasSize(5));
    }

    private long trail() throws SQLException {
        return Sql.number(database, "select count(*) from audit");
    }
}
