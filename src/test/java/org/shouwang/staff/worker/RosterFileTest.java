package org.shouwang.staff.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.secret.PhoneNumber;

class RosterFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final String CHINESE = "姓名,手机号,职务,辖区代码,任职日期\r\n";
    private static final String ENGLISH = "fullName,phone,roleCode,areaCode,appointedOn\r\n";
    private static final RosterEntry WANG_FANG = new RosterEntry(
            "王芳",
            new PhoneNumber("13700000001"),
            RoleCode.CHILDREN_DIRECTOR,
            AreaCode.of("610304101200"),
            null,
            LocalDate.of(2026, 1, 4),
            null,
            "9",
            null,
            false);

    @Test
    void aFileFromExcelInChinaIsReadWithItsBlankRowsAndColumns() {
        String file = "姓名,手机号,职务,辖区代码,任职日期,,\r\n"
                + "王　芳,１３７０００００００１,\"儿童主任\",610304101200,2026/1/4,,\r\n"
                + ",,,,,,\r\n"
                + "\r\n"
                + " ,,,,,,\r\n";

        RosterFile read = ok(file.getBytes(Charset.forName("GB18030")));

        assertThat(read.lines()).containsExactly(new RosterLine(2, Optional.of(WANG_FANG), List.of()));
        assertThat(read.ignoredColumns()).isEmpty();
    }

    @Test
    void aFileWithCodesSaysTheSame() {
        RosterFile read =
                ok(("\uFEFF" + ENGLISH + "王芳,13700000001,CHILDREN_DIRECTOR,610304101200,2026-01-04\n").getBytes(UTF_8));

        assertThat(read.lines()).containsExactly(new RosterLine(2, Optional.of(WANG_FANG), List.of()));
    }

    @Test
    void columnsStandInAnyOrderAndUnknownOnesAreNamed() {
        RosterFile read = ok(("序号,任职日期,辖区代码,职务,手机号,姓名,备注\n" + "1,2026年1月4日,610304101200,儿童主任,13700000001,王芳,\"兼,会计\"\n")
                .getBytes(UTF_8));

        assertThat(read.lines()).containsExactly(new RosterLine(2, Optional.of(WANG_FANG), List.of()));
        assertThat(read.ignoredColumns()).containsExactly("序号", "备注");
    }

    @Test
    void optionalColumnsAreRead() {
        UUID organisation = UUID.randomUUID();
        RosterFile read = ok((CHINESE.strip() + ",单位编号,性别,任职文号,届满日期,同名已核实\r\n" + "李强,13700000002,成员单位联络员,,2026-01-04,"
                        + organisation + ",男,陈民发〔2026〕3号,2031/1/3,是\r\n")
                .getBytes(UTF_8));

        assertThat(read.lines().get(0).entry())
                .contains(new RosterEntry(
                        "李强",
                        new PhoneNumber("13700000002"),
                        RoleCode.UNIT_LIAISON,
                        null,
                        organisation,
                        LocalDate.of(2026, 1, 4),
                        LocalDate.of(2031, 1, 3),
                        "1",
                        "陈民发〔2026〕3号",
                        true));
    }

    @Test
    void everythingThatIsWrongWithALineIsSaidAtOnce() {
        RosterFile read = ok((CHINESE + "王,0917-6212345,主任,6103041012,昨天\r\n").getBytes(UTF_8));

        assertThat(read.lines())
                .containsExactly(new RosterLine(
                        2,
                        Optional.empty(),
                        List.of(
                                Violation.of("fullName", "person-name"),
                                Violation.of("phone", "mobile-number"),
                                Violation.of("roleCode", "role-code"),
                                Violation.of("areaCode", "area-code"),
                                Violation.of("appointedOn", "date-format"))));
    }

    @Test
    void numbersThatExcelRoundedAreRefusedAsThat() {
        RosterFile read = ok((CHINESE + "王芳,1.37E+10,儿童主任,6.10304E+11,2026/1/4\r\n").getBytes(UTF_8));

        assertThat(read.lines().get(0).violations())
                .containsExactly(
                        Violation.of("phone", "rounded-by-excel"), Violation.of("areaCode", "rounded-by-excel"));
    }

    @Test
    void emptyCellsThatAreNeededAreNamed() {
        RosterFile read = ok((CHINESE + "王芳,,,610304101200\r\n").getBytes(UTF_8));

        assertThat(read.lines().get(0).violations())
                .containsExactly(
                        Violation.of("phone", "cell-needed"),
                        Violation.of("roleCode", "cell-needed"),
                        Violation.of("appointedOn", "cell-needed"));
    }

    @Test
    void daysMustBePlausible() {
        RosterFile read = ok((CHINESE.strip() + ",届满日期\r\n"
                        + "王芳,13700000001,儿童主任,610304101200,2206/1/4,\r\n"
                        + "王芳,13700000001,儿童主任,610304101200,1926/1/4,\r\n"
                        + "王芳,13700000001,儿童主任,610304101200,2026/1/4,2026/1/4\r\n"
                        + "王芳,13700000001,儿童主任,610304101200,2026/1/4,2099/1/4\r\n")
                .getBytes(UTF_8));

        assertThat(read.lines().stream().map(RosterLine::violations))
                .containsExactly(
                        List.of(Violation.of("appointedOn", "plausible-time")),
                        List.of(Violation.of("appointedOn", "plausible-time")),
                        List.of(Violation.of("termEndOn", "term-after-start")),
                        List.of(Violation.of("termEndOn", "plausible-time")));
    }

    @Test
    void missingAndRepeatedColumnsRefuseTheFile() {
        assertThat(refusal("姓名,手机号,姓名,辖区代码\n".getBytes(UTF_8)).violations())
                .containsExactly(
                        Violation.of("fullName", "column-twice"),
                        Violation.of("roleCode", "column-missing"),
                        Violation.of("appointedOn", "column-missing"));
    }

    @Test
    void anEmptyFileHasNoColumns() {
        assertThat(refusal(new byte[0]).violations()).hasSize(5);
    }

    @Test
    void aSpreadsheetItselfIsNoText() {
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, (byte) 0xFF, (byte) 0xFF})
                        .violations())
                .containsExactly(Violation.of("file", "text-encoding"));
    }

    @Test
    void aBrokenQuoteRefusesTheFile() {
        assertThat(refusal((CHINESE + "\"王\"芳,13700000001\r\n").getBytes(UTF_8)).violations())
                .containsExactly(Violation.of("file", "csv-shape"));
    }

    @Test
    void aFileHasAtMostFiveThousandLines() {
        String line = "王芳,13700000001,儿童主任,610304101200,2026/1/4\r\n";

        assertThat(ok((CHINESE + line.repeat(5_000)).getBytes(UTF_8)).lines()).hasSize(5_000);
        assertThat(refusal((CHINESE + line.repeat(5_001)).getBytes(UTF_8)).violations())
                .containsExactly(Violation.of("file", "too-many-lines", 5_000));
    }

    @Test
    void aFileHasAtMostFourMegabytes() {
        assertThat(refusal(new byte[RosterFile.MOST_BYTES + 1]).problem()).isEqualTo(Problem.TOO_LARGE);
    }

    private static RosterFile ok(byte[] file) {
        return ((Result.Ok<RosterFile>) RosterFile.read(file, TODAY)).value();
    }

    private static Refusal refusal(byte[] file) {
        return ((Result.Refused<RosterFile>) RosterFile.read(file, TODAY)).refusal();
    }
}
