package org.shouwang.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

/** The calendar of next year, which does not come along, is imported. */
@QuarkusTest
class CalendarApiTest {

    private static final String HEAD = "日期,是否上班,名称\n";
    private static final AreaCode VILLAGE = AreaCode.of(Accounts.VILLAGE);

    @Inject
    DataSource database;

    @Inject
    Rulebooks rulebooks;

    @Inject
    WorkCalendars calendars;

    @Inject
    MissingCalendar alarm;

    private int year;

    @BeforeEach
    void nextYear() throws SQLException {
        year = Demo.today().getYear() + 1;
        clear();
    }

    @AfterEach
    void asItWas() throws SQLException {
        Demo.backToRealTime();
        clear();
        for (CalendarDay day : SeedCalendar.days()) {
            if (day.day().getYear() == year) {
                Sql.update(
                        database,
                        "insert into work_calendar_day (area_code, day, working, name) values (null, ?, ?, ?)",
                        day.day(),
                        day.working(),
                        day.name());
            }
        }
        rulebooks.refresh().await().indefinitely();
    }

    private void clear() throws SQLException {
        Sql.update(
                database,
                "delete from work_calendar_day where area_code is not null or extract(year from day) = ?",
                year);
        rulebooks.refresh().await().indefinitely();
    }

    /** Off for thirteen days from 1 January. */
    private String good() {
        return IntStream.rangeClosed(1, 13)
                .mapToObj(day -> "%d-01-%02d,否,元旦\n".formatted(year, day))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static ValidatableResponse send(Accounts who, String query, String file) {
        return Accounts.with(who.token())
                .contentType("application/octet-stream")
                .body(file.getBytes(UTF_8))
                .post("/api/v1/calendars/import" + query)
                .then();
    }

    private static ValidatableResponse send(String query, String file) {
        return send(Accounts.INSTANCE_ADMINISTRATOR, query, file);
    }

    private ValidatableResponse shown(String query) {
        return Accounts.DIRECTOR
                .request()
                .get("/api/v1/calendars/" + year + query)
                .then()
                .statusCode(200);
    }

    private boolean isWorked(int month, int day) {
        return calendars.at(VILLAGE).isWorkingDay(LocalDate.of(year, month, day));
    }

    private long imports() throws SQLException {
        return Sql.number(database, "select count(*) from audit where action = 'calendar.import'");
    }

    @Test
    void theCalendarsOfTwoYearsComeAlong() {
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/calendars/2026")
                .then()
                .statusCode(200)
                .body("known", equalTo(true))
                .body("days", hasSize(39))
                .body("days.findAll { it.working }.day", hasItems("2026-02-14", "2026-02-28"));
        assertThat(calendars.at(VILLAGE).after(LocalDate.parse("2026-02-13"), 2))
                .isEqualTo("2026-02-24");
        assertThat(calendars.at(VILLAGE).after(LocalDate.parse("2025-09-30"), 1))
                .isEqualTo("2025-10-09");
    }

    @Test
    void aListReplacesTheWholeYear() throws SQLException {
        long before = imports();
        send("", good())
                .statusCode(200)
                .body("year", equalTo(year))
                .body("stored", equalTo(true))
                .body("change.added", equalTo(13));
        assertThat(isWorked(1, 4) || isWorked(1, 5) || isWorked(1, 6)).isFalse();

        send("", good().replace(year + "-01-13,否,元旦", year + "-03-13,否,试验") + year + "-01-14,否,元旦\n")
                .statusCode(200)
                .body("change.added", equalTo(2))
                .body("change.removed", equalTo(1))
                .body("change.changed", equalTo(0));

        shown("").body("known", equalTo(true)).body("days", hasSize(14)).body("days[13].name", equalTo("试验"));
        assertThat(imports()).isEqualTo(before + 2);
    }

    @Test
    void theSameListAgainChangesNothing() throws SQLException {
        send("", good()).statusCode(200);
        long before = imports();

        send("", good()).statusCode(200).body("stored", equalTo(false)).body("change.changed", equalTo(0));

        assertThat(imports()).isEqualTo(before);
    }

    @Test
    void aPreviewStoresNothing() {
        send("?preview=true", good())
                .statusCode(200)
                .body("stored", equalTo(false))
                .body("change.added", equalTo(13));

        shown("").body("known", equalTo(false)).body("days", hasSize(0));
    }

    @Test
    void aListWithAnythingWrongChangesNothing() {
        send("", good() + (year + 1) + "-01-01,否,元旦\n" + year + "-01-01,否,元旦\n")
                .statusCode(422)
                .body("violations.field", contains("lines[15].day", "lines[16].day"))
                .body("violations.rule", contains("calendar-one-year", "calendar-day-twice"));

        shown("").body("known", equalTo(false));
    }

    @Test
    void anAreaAddsDaysOfItsOwn() {
        send("", good()).statusCode(200);
        int monday = LocalDate.of(year, Month.AUGUST, 1)
                .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))
                .getDayOfMonth();
        assertThat(isWorked(8, monday)).isTrue();

        send(Accounts.ADMINISTRATOR, "?areaCode=610304000000", HEAD + "%d-08-%02d,否,试验节\n".formatted(year, monday))
                .statusCode(200)
                .body("areaCode", equalTo("610304000000"))
                .body("stored", equalTo(true));

        assertThat(isWorked(8, monday)).isFalse();
        shown("?at=" + Accounts.VILLAGE)
                .body("days", hasSize(14))
                .body("days.findAll { it.areaCode != null }.name", contains("试验节"));
        shown("").body("days", hasSize(13));
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECTOR,               '',                     403",
        "COUNTY,                 ?areaCode=610304000000, 403",
        "ADMINISTRATOR,          '',                     403",
        "ADMINISTRATOR,          ?areaCode=610322000000, 404",
        "ADMINISTRATOR,          ?areaCode=610304101000, 422"
    })
    void onlyWhoeverKeepsACalendarImportsIt(Accounts who, String query, int status) {
        send(who, query, good()).statusCode(status);

        shown("").body("known", equalTo(false));
    }

    @Test
    void anAdministratorHearsInDecemberThatNextYearIsMissing() {
        assertThat(alarm.limit()).isEqualTo(Duration.ZERO);
        Demo.moveTo(LocalDate.of(year - 1, Month.DECEMBER, 2), LocalTime.MIDNIGHT);
        assertThat(alarm.age().await().indefinitely()).isBetween(Duration.ofHours(24), Duration.ofHours(25));

        send("", good()).statusCode(200);

        assertThat(alarm.age().await().indefinitely()).isEqualTo(Duration.ZERO);
    }
}
