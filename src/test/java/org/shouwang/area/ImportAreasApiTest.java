package org.shouwang.area;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

/** A province that does not exist. */
@QuarkusTest
class ImportAreasApiTest {

    private static final String LIST = """
            code,name,level
            980000000000,试验省,PROVINCE
            980100000000,试验市,CITY
            980101000000,试验县,COUNTY
            980101100000,东镇,TOWNSHIP
            980101100200,东一村,VILLAGE
            980101100201,东二村,VILLAGE
            """;

    @Inject
    DataSource database;

    @AfterEach
    void noProvince() throws SQLException {
        Sql.update(database, "delete from area where code between 980000000000 and 989999999999");
        Sql.update(database, "update area set name = '陈仓区' where code = 610304000000");
    }

    @Test
    void oneListInManyClothesGivesEqualTables() throws SQLException, IOException {
        byte[] plain = LIST.getBytes(UTF_8);
        long expected = tableAfter(plain);

        assertThat(tableAfter(("\uFEFF" + LIST).getBytes(UTF_8))).isEqualTo(expected);
        assertThat(tableAfter(LIST.replace("\n", "\r\n").getBytes(UTF_8))).isEqualTo(expected);
        assertThat(tableAfter(LIST.getBytes(Charset.forName("GB18030")))).isEqualTo(expected);
        assertThat(tableAfter(packed(plain))).isEqualTo(expected);
        assertThat(tableAfter(packed(LIST.replace("\n", "\r\n").getBytes(Charset.forName("GB18030")))))
                .isEqualTo(expected);
    }

    @Test
    void theSameListAgainChangesNothing() throws SQLException {
        send(Accounts.INSTANCE_ADMINISTRATOR, LIST).body("created", equalTo(6));
        long before = table();

        send(Accounts.INSTANCE_ADMINISTRATOR, LIST)
                .body("created", equalTo(0))
                .body("renamed", equalTo(0))
                .body("unchanged", equalTo(6))
                .body("refused", equalTo(0))
                .body("doubled", equalTo(0));

        assertThat(table()).isEqualTo(before);
    }

    @Test
    void aDoctoredListNamesItsLinesAndGivesTheRest() {
        send(Accounts.INSTANCE_ADMINISTRATOR, LIST);
        String doctored = LIST.replace("980101100200,东一村", "980101100200,东壹村")
                .replace("980101100000,东镇,TOWNSHIP", "980101100000,东镇,TOWN")
                .replace("980101100201,东二村,VILLAGE", "98010110020,东二村,VILLAGE")
                .replace("980101000000,试验县,COUNTY", "980101000000,试验县,TOWNSHIP")
                .replace("980100000000,试验市,CITY", "980100000000,试验市");

        JsonPath report = send(Accounts.INSTANCE_ADMINISTRATOR, doctored + "980101100202,东三村,VILLAGE\n")
                .extract()
                .jsonPath();

        assertThat(report.getList("refusals.line")).containsExactly(3, 4, 5, 7);
        assertThat(report.getList("refusals.rule"))
                .containsExactly("area-fields", "area-level-changed", "area-level", "area-code");
        assertThat(report.getString("refusals[2].message")).startsWith("级别须是");
        assertThat(List.of(report.getInt("created"), report.getInt("renamed"), report.getInt("unchanged")))
                .containsExactly(1, 1, 1);
    }

    @Test
    void ofACodeThatStandsTwiceTheHighestLevelCounts() {
        JsonPath report = send(Accounts.INSTANCE_ADMINISTRATOR, """
                code,name,level
                980200000000,不设区的市,COUNTY
                980200100000,某街道,TOWNSHIP
                980200000000,不设区的市,CITY
                980200100000,某街道,TOWNSHIP
                """).extract().jsonPath();

        assertThat(report.getInt("created")).isEqualTo(2);
        assertThat(report.getInt("doubled")).isEqualTo(2);
        assertThat(report.getList("doubles.code")).containsExactly("980200000000", "980200100000");
        assertThat(report.getList("doubles.kept.line")).containsExactly(4, 3);
        assertThat(report.getList("doubles.others.flatten().line")).containsExactly(2, 5);
        area("980200000000").body("level", equalTo("CITY"));
        area("980200100000").body("parentCode", equalTo("980200000000"));
    }

    @Test
    void aMissingLevelIsFilledInByALaterList() {
        send(Accounts.INSTANCE_ADMINISTRATOR, """
                code,name,level
                980101100200,东一村,VILLAGE
                980000000000,试验省,PROVINCE
                """);
        area("980101100200").body("parentCode", equalTo("980000000000"));

        send(Accounts.INSTANCE_ADMINISTRATOR, LIST);

        area("980101100200").body("parentCode", equalTo("980101100000"));
        area("980101100000").body("parentCode", equalTo("980101000000"));
        area("980100000000").body("parentCode", equalTo("980000000000"));
    }

    @Test
    void anAdministratorWritesOnlyTheOwnArea() {
        JsonPath report = send(Accounts.ADMINISTRATOR, """
                code,name,level
                610000000000,陕西省,PROVINCE
                610300000000,宝鸡,CITY
                610304000000,陈仓,COUNTY
                980000000000,试验省,PROVINCE
                """).extract().jsonPath();

        assertThat(report.getInt("unchanged")).isOne();
        assertThat(report.getInt("renamed")).isOne();
        assertThat(report.getList("refusals.line")).containsExactly(3, 5);
        assertThat(report.getList("refusals.rule")).containsOnly("area-not-yours");
    }

    @Test
    void whoMayNotWriteAreasImportsNone() {
        post(Accounts.COUNTY, LIST.getBytes(UTF_8)).statusCode(403);
    }

    @Test
    void aFileThatIsNoListIsRefused() {
        post(Accounts.INSTANCE_ADMINISTRATOR, "hello".getBytes(UTF_8))
                .statusCode(422)
                .body("violations.rule", hasItem("area-file-header"));
    }

    @Test
    void anImportLeavesItsTrail() throws SQLException {
        String trail = "select count(*) from audit where action = 'area.import' and subject_type = 'AREA_IMPORT'"
                + " and request_id is not null";
        long before = Sql.number(database, trail);

        send(Accounts.INSTANCE_ADMINISTRATOR, LIST);

        assertThat(Sql.number(database, trail)).isEqualTo(before + 1);
    }

    private long tableAfter(byte[] list) throws SQLException {
        noProvince();
        post(Accounts.INSTANCE_ADMINISTRATOR, list).statusCode(200).body("created", equalTo(6));
        return table();
    }

    /** A sum over everything that the list says, and the versions of the rows. */
    private long table() throws SQLException {
        return Sql.number(database, """
                select sum(hashtextextended(concat_ws('|', code, name, level, parent_code, code_end, version), 0) >> 16)
                from area where code between 980000000000 and 989999999999
                """);
    }

    private static ValidatableResponse area(String code) {
        return Accounts.DIRECTOR.request().get("/api/v1/areas/{code}", code).then();
    }

    private static ValidatableResponse send(Accounts who, String list) {
        return post(who, list.getBytes(UTF_8)).statusCode(200);
    }

    private static ValidatableResponse post(Accounts who, byte[] list) {
        return who.request()
                .contentType("text/csv")
                .body(list)
                .post("/api/v1/areas/import")
                .then();
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
