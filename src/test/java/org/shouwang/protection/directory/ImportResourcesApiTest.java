package org.shouwang.protection.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class ImportResourcesApiTest {

    private static final String HEAD = "登记区划,名称,类别,电话,服务时间,提供方,核实日期,服务范围,可接收转介类型,合同起,合同止,备注\n";

    @Inject
    DataSource database;

    private String good = "";

    /** Not before the server runs, whose day it is. */
    @BeforeEach
    void aGoodLine() {
        good = "610304101000,导入站（阳平）,心理服务,0917-0000081,周一至周五 08:30-12:00 14:00-17:30,政府购买," + Demo.today()
                + ",610304101200；610304101201,心理、REHAB,2026-01-01,2030年12月31日,无\n";
    }

    @AfterEach
    void noEntries() throws SQLException {
        Sql.update(
                database,
                "delete from resource_area where resource_id in (select id from resource where name like '导入%')");
        Sql.update(database, "delete from resource where name like '导入%'");
    }

    private static ValidatableResponse send(Accounts who, byte[] file) {
        return Accounts.with(who.token())
                .contentType("application/octet-stream")
                .body(file)
                .post("/api/v1/resources/import")
                .then();
    }

    private static ValidatableResponse send(String file) {
        return send(Accounts.COORDINATOR, file.getBytes(UTF_8));
    }

    private long stored() throws SQLException {
        return Sql.number(database, "select count(*) from resource where name like '导入%'");
    }

    private long told() throws SQLException {
        return Sql.number(
                database,
                "select count(*) from audit where subject_id in (select id from resource where name like '导入%')");
    }

    @Test
    void aGoodLineIsTakenInWithChineseHeadsAndCodes() {
        String id = send(HEAD + good)
                .statusCode(200)
                .body("counts.CREATED", equalTo(1))
                .body("ignoredColumns", contains("备注"))
                .body("lines[0].line", equalTo(2))
                .extract()
                .path("lines[0].resourceId");

        Accounts.DIRECTOR
                .request()
                .get("/api/v1/resources/{id}", id)
                .then()
                .statusCode(200)
                .body("name", equalTo("导入站（阳平）"))
                .body("category", equalTo("PSYCH"))
                .body("providerType", equalTo("PURCHASED"))
                .body("areaScope", contains("610304101200", "610304101201"))
                .body("acceptsReferralTypes", contains("PSYCH", "REHAB"))
                .body("contractTo", equalTo("2030-12-31"))
                .body("hours.size()", equalTo(10));
    }

    @Test
    void excelInChinaSavesItInItsOwnEncoding() {
        send(Accounts.COORDINATOR, (HEAD + good).getBytes(Charset.forName("GB18030")))
                .statusCode(200)
                .body("counts.CREATED", equalTo(1));
    }

    @Test
    void theSameListAgainChangesNothing() throws SQLException {
        send(HEAD + good).statusCode(200);

        send(HEAD + good).statusCode(200).body("counts.UNCHANGED", equalTo(1)).body("counts.UPDATED", equalTo(0));

        assertThat(stored()).isEqualTo(1);
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void aNewPhoneIsWrittenAndStandsInTheTrail() throws SQLException {
        send(HEAD + good).statusCode(200);

        send(HEAD + good.replace("0917-0000081", "0917-0000082"))
                .statusCode(200)
                .body("counts.UPDATED", equalTo(1));

        assertThat(Sql.number(database, "select count(*) from resource where phone = '0917-0000082'"))
                .isEqualTo(1);
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void aBadLineIsNamedAndTheGoodOneIsStored() throws SQLException {
        send(HEAD + "610304101000,导入甲,心里服务,12,随时,政府,明天,,,,,\n" + good)
                .statusCode(200)
                .body("counts.REFUSED", equalTo(1))
                .body("counts.CREATED", equalTo(1))
                .body("lines[0].rules.field", contains("category", "phone", "hours", "verifiedOn"))
                .body(
                        "lines[0].rules.rule",
                        contains("resource-code", "resource-phone", "resource-hours", "date-format"));

        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void anotherTownsLineIsRefused() throws SQLException {
        send(HEAD + good.replace("610304101000", "610304106000"))
                .statusCode(200)
                .body("lines[0].rules.rule", contains("area-not-yours"));

        assertThat(stored()).isZero();
    }

    @Test
    void aFileWithoutItsColumnsIsNoList() {
        send("名称,类别\n").statusCode(422);
    }

    @Test
    void twoListsAtTheSameMomentMakeOneEntry() throws Exception {
        String token = Accounts.COORDINATOR.token();
        Callable<Integer> request = () -> Accounts.with(token)
                .contentType("application/octet-stream")
                .body((HEAD + good).getBytes(UTF_8))
                .post("/api/v1/resources/import")
                .statusCode();

        assertThat(Together.statuses(List.of(request, request, request))).containsOnly(200);

        assertThat(stored()).isEqualTo(1);
    }
}
