package org.shouwang.staff.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.staff.NewCounty;
import org.shouwang.staff.Roster;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class WhoAppointsApiTest {

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
    void aCoordinatorMakesDirectorsAndNobodyElse() throws SQLException {
        Roster.send(
                        NewCounty.COORDINATOR,
                        Roster.line("王芳", "13700000011", "儿童主任", NewCounty.VILLAGE),
                        Roster.line("李强", "13700000012", "儿童督导员", NewCounty.TOWN),
                        Roster.line("赵敏", "13700000013", "村妇联主席", NewCounty.VILLAGE),
                        Roster.line("周静", "13700000014", "儿童主任", NewCounty.OTHER_VILLAGE),
                        Roster.line("吴磊", "13700000015", "系统管理员", NewCounty.COUNTY))
                .statusCode(200)
                .body("lines.outcome", contains("CREATED", "REFUSED", "REFUSED", "REFUSED", "REFUSED"))
                .body(
                        "lines[1..4].rules.flatten().rule",
                        contains("role-not-yours", "role-not-yours", "area-not-yours", "area-not-yours"));

        assertThat(county.workersMade()).isEqualTo(1);
    }

    @Test
    void theWomensLineMakesItsOwn() {
        Roster.send(
                        NewCounty.WOMENS_LINE,
                        Roster.line("王芳", "13700000011", "村妇联主席", NewCounty.VILLAGE),
                        Roster.line("李敏", "13700000012", "妇联执委", NewCounty.TOWN),
                        Roster.line("赵敏", "13700000013", "儿童主任", NewCounty.VILLAGE))
                .body("lines.outcome", contains("CREATED", "CREATED", "REFUSED"));
    }

    @Test
    void nobodyAppointsThemselves() throws SQLException {
        Roster.send(NewCounty.COORDINATOR, Roster.line("王芳", NewCounty.COORDINATOR.phone(), "儿童主任", NewCounty.VILLAGE))
                .body("lines[0].rules.rule", contains("not-oneself"));
    }

    @Test
    void peopleOfOrganisationsAreAppointedThere() throws SQLException {
        UUID bureau = UUID.randomUUID();
        Sql.update(
                database,
                "insert into organisation (id, name, kind, area_code) values (?, '试验县教育局', 'MEMBER_UNIT', ?)",
                bureau,
                NewCounty.COUNTY);
        String list = Roster.HEADER + ",单位编号\r\n李强,13700000012,成员单位联络员,,2026/1/4," + bureau + "\r\n";

        Roster.send(NewCounty.ADMINISTRATOR, list.getBytes(UTF_8)).body("lines[0].outcome", equalTo("CREATED"));

        NewCounty.ADMINISTRATOR
                .request()
                .queryParam("area", NewCounty.COUNTY)
                .queryParam("roleCode", "UNIT_LIAISON")
                .get("/api/v1/workers")
                .then()
                .statusCode(200)
                .body("items.fullName", contains("李强"))
                .body("items[0].appointments[0].organisationId", equalTo(bureau.toString()))
                .body("items[0].appointments[0].areaCode", nullValue());
    }

    @Test
    void peopleOfAZoneThatRunsATownAreForTheWholeInstance() throws SQLException {
        UUID zone = UUID.randomUUID();
        Sql.update(
                database,
                "insert into organisation (id, name, kind, area_code) values (?, '试验县开发区', 'DEVELOPMENT_ZONE', ?)",
                zone,
                NewCounty.COUNTY);
        Sql.update(
                database,
                "update area set administered_by_organisation_id = ? where code = ?",
                zone,
                NewCounty.OTHER_TOWN);
        byte[] list = (Roster.HEADER + ",单位编号\r\n李强,13700000012,县民政局,,2026/1/4," + zone + "\r\n").getBytes(UTF_8);

        Roster.send(NewCounty.ADMINISTRATOR, list).body("lines[0].rules.rule", contains("area-not-yours"));
        String made = Roster.send(Accounts.INSTANCE_ADMINISTRATOR, list)
                .body("lines[0].outcome", equalTo("CREATED"))
                .extract()
                .path("lines[0].workerId");

        NewCounty.ADMINISTRATOR
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("phone", "13700000013"))
                .patch("/api/v1/workers/{id}", made)
                .then()
                .statusCode(403);
    }

    @Test
    void whoeverIsMadeStandsInTheTrail() throws SQLException {
        UUID made = Roster.make(NewCounty.COORDINATOR, Roster.line("王芳", "13700000011", "儿童主任", NewCounty.VILLAGE));

        assertThat(Sql.number(
                        database,
                        "select count(*) from audit where action = 'worker.create' and subject_id = ? and area_code = ? "
                                + "and worker_id = ?",
                        made,
                        NewCounty.VILLAGE,
                        NewCounty.workerId(NewCounty.COORDINATOR)))
                .isEqualTo(1);
        assertThat(Sql.number(
                        database,
                        "select count(*) from audit where action = 'appointment.create' "
                                + "and subject_id in (select id from appointment where worker_id = ?)",
                        made))
                .isEqualTo(1);
    }

    @Test
    void aDirectorImportsNobody() {
        Roster.send(Accounts.DIRECTOR, Roster.line("张丽", "13700000009", "儿童主任", NewCounty.VILLAGE))
                .statusCode(403);
    }
}
