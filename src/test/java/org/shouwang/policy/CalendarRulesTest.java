package org.shouwang.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;

class CalendarRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final WorkCalendar ORDINARY = new WorkCalendar(Map.of());

    /** Off from 1 to 13 January 2027. */
    private static final String GOOD = IntStream.rangeClosed(1, 13)
            .mapToObj(day -> "2027-01-%02d,否,元旦\n".formatted(day))
            .collect(Collectors.joining("", "日期,是否上班,名称\n", ""));

    private static Result<CalendarFile> read(String file) {
        return CalendarFile.read(file.getBytes(UTF_8));
    }

    private static List<String> wrong(Result<CalendarFile> read, WorkCalendar around, boolean national) {
        List<Violation> found = read instanceof Result.Ok<CalendarFile> ok
                ? CalendarRules.check(ok.value().lines(), around, national, TODAY)
                : ((Result.Refused<CalendarFile>) read).refusal().violations();
        return found.stream()
                .map(violation -> violation.field() + " " + violation.rule())
                .toList();
    }

    private static List<String> wrong(String file) {
        return wrong(read(file), ORDINARY, true);
    }

    @Test
    void aListAsExcelInChinaSavesItIsRead() {
        String list = GOOD + "2027/2/20,是,春节调休\n2027年2月21日,休,春节\n";

        Result<CalendarFile> read = CalendarFile.read(list.getBytes(Charset.forName("GB18030")));

        assertThat(wrong(read, ORDINARY, true)).isEmpty();
        assertThat(((Result.Ok<CalendarFile>) read).value().days())
                .hasSize(15)
                .contains(
                        new CalendarDay(LocalDate.parse("2027-02-20"), true, "春节调休"),
                        new CalendarDay(LocalDate.parse("2027-02-21"), false, "春节"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2028-01-01,否,元旦 | lines[15].day calendar-one-year",
                "2027-01-01,否,元旦 | lines[15].day calendar-day-twice",
                "2027-02-19,是,春节 | lines[15].working calendar-works-anyway",
                "2027-02-30,否,春节 | lines[15].day date-format",
                "2027-02-19,或许,春节 | lines[15].working calendar-working",
                "2027-02-19,否, | lines[15].name calendar-name"
            })
    void aLineThatCannotBeMeantIsNamed(String line, String said) {
        assertThat(wrong(GOOD + line + "\n")).containsExactly(said);
    }

    @Test
    void aPartOfANationalYearIsNoYear() {
        String part = GOOD.substring(0, GOOD.lastIndexOf("2027-01-13"));

        assertThat(wrong(part)).containsExactly("file calendar-too-short");
        assertThat(wrong(read(part), ORDINARY, false)).isEmpty();
    }

    @Test
    void anAreasMakeUpDayIsJudgedByTheNationalDays() {
        Result<CalendarFile> list = read("日期,是否上班,名称\n2027-02-19,是,调休\n");
        WorkCalendar offNationally = new WorkCalendar(Map.of(LocalDate.parse("2027-02-19"), false));

        assertThat(wrong(list, offNationally, false)).isEmpty();
        assertThat(wrong(list, ORDINARY, false)).containsExactly("lines[2].working calendar-works-anyway");
    }

    @ParameterizedTest
    @CsvSource({"2025, true", "2026, false", "2027, false", "2028, true"})
    void onlyThisYearAndTheNextAreImported(String year, boolean refused) {
        assertThat(wrong(GOOD.replace("2027", year)))
                .isEqualTo(refused ? List.of("lines[2].day calendar-year") : List.of());
    }

    @Test
    void aListOfNothingIsNone() {
        assertThat(wrong("日期,是否上班,名称\n")).containsExactly("file calendar-empty");
        assertThat(wrong("日期,名称\n")).containsExactly("working calendar-column-missing");
    }
}
