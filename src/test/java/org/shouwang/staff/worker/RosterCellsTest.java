package org.shouwang.staff.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.csv.Cells;
import org.shouwang.platform.secret.PhoneNumber;

class RosterCellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-04",
                "2026/1/4",
                "2026/01/04",
                "2026.1.4",
                "2026年1月4日",
                "2026年01月04",
                "20260104",
                "２０２６／１／４",
                " 2026/1/4 ",
                "2026/1/4 0:00"
            })
    void aDayIsReadHoweverItIsWritten(String cell) {
        assertThat(Cells.date(cell)).contains(LocalDate.of(2026, 1, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-30", "2026/13/1", "26/1/4", "1/4/2026", "46026", "去年", "2026-1", "", "2026/1/4 8:30"})
    void whatIsNoDayIsNotGuessed(String cell) {
        assertThat(Cells.date(cell)).isEmpty();
    }

    @Property
    void everyDayIsReadInEveryForm(@ForAll @LongRange(min = -7_000, max = 40_000) long epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        int year = day.getYear();
        int month = day.getMonthValue();
        int ofMonth = day.getDayOfMonth();

        assertThat(Cells.date(day.toString())).contains(day);
        assertThat(Cells.date(year + "/" + month + "/" + ofMonth)).contains(day);
        assertThat(Cells.date(year + "年" + month + "月" + ofMonth + "日")).contains(day);
        assertThat(Cells.date(day.toString().replace("-", ""))).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13900000001",
                "139 0000 0001",
                "139-0000-0001",
                "１３９０００００００１",
                "'13900000001",
                "+8613900000001",
                "+86 139 0000 0001",
                "008613900000001",
                "\u00A013900000001"
            })
    void aMobileIsReadHoweverItIsTyped(String cell) {
        assertThat(RosterCells.mobile(cell)).contains(new PhoneNumber("13900000001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0917-6212345", "1390000000", "139000000011", "23900000001", "1.39E+10", "无", ""})
    void nothingElseSignsIn(String cell) {
        assertThat(RosterCells.mobile(cell)).isEmpty();
    }

    @Property
    void everyMobileSurvivesGrouping(
            @ForAll @IntRange(min = 30, max = 99) int network, @ForAll @IntRange(max = 99_999_999) int rest) {
        String digits = "1" + network + String.format("%08d", rest);

        assertThat(RosterCells.mobile(
                        digits.substring(0, 3) + "-" + digits.substring(3, 7) + " " + digits.substring(7)))
                .contains(new PhoneNumber(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.39E+10", "6.10304E+11", "1.39e+10", "6E+11", "１.３９E+１０", " 1.39E+10"})
    void aNumberThatExcelRoundedIsRecognised(String cell) {
        assertThat(Cells.isRounded(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13900000001", "610304101200", "E+10", "1.39", "儿童主任"})
    void otherCellsAreNotRounded(String cell) {
        assertThat(Cells.isRounded(cell)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "儿童主任, CHILDREN_DIRECTOR",
        "' 儿童 主任', CHILDREN_DIRECTOR",
        "村妇联主席, WOMENS_CHAIR",
        "妇联执委, WOMENS_EXECUTIVE",
        "儿童督导员, TOWNSHIP_COORDINATOR",
        "乡镇（街道）儿童督导员, TOWNSHIP_COORDINATOR",
        "乡镇妇联主席, TOWNSHIP_WOMENS_CHAIR",
        "县民政局, COUNTY_CIVIL_AFFAIRS",
        "县妇联, COUNTY_WOMENS_FEDERATION",
        "妇儿工委办, COMMITTEE_OFFICE",
        "县统计局, STATISTICS_OFFICER",
        "成员单位联络员, UNIT_LIAISON",
        "转介接收单位, AGENCY_OFFICER",
        "个人信息保护负责人, PRIVACY_OFFICER",
        "系统管理员, ADMINISTRATOR",
        "children_director, CHILDREN_DIRECTOR"
    })
    void aRoleIsKnownByItsNames(String cell, RoleCode role) {
        assertThat(RosterCells.role(cell)).contains(role);
    }

    @ParameterizedTest
    @EnumSource(RoleCode.class)
    void aRoleIsKnownByItsCode(RoleCode role) {
        assertThat(RosterCells.role(role.name())).contains(role);
    }

    /** There is one in the village and one in the town. */
    @Test
    void aRoleThatCouldBeTwoIsNotGuessed() {
        assertThat(RosterCells.role("妇联主席")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"王 芳, 王芳", "王\u3000芳, 王芳", "' 王芳 ', 王芳", "阿依古丽·买买提, 阿依古丽·买买提", "Anna Li, Anna Li"})
    void blanksThatStretchANameAreNoPartOfIt(String cell, String name) {
        assertThat(RosterCells.name(cell)).isEqualTo(name);
    }

    @Test
    void sexIsACodeOrAWordAndMayBeLeftOut() {
        assertThat(RosterCells.sex("女")).contains("2");
        assertThat(RosterCells.sex("1")).contains("1");
        assertThat(RosterCells.sex("")).contains("9");
        assertThat(RosterCells.sex("F")).isEmpty();
    }

    @Test
    void aNamesakeIsCheckedOnlyWhereSomebodySaysSo() {
        assertThat(RosterCells.yes("是")).contains(true);
        assertThat(RosterCells.yes("")).contains(false);
        assertThat(RosterCells.yes("也许")).isEqualTo(Optional.empty());
    }
}
