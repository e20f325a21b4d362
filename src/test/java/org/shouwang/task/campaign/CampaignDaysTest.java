package org.shouwang.task.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignDaysTest {

    private static final LocalDate START = LocalDate.of(2027, 6, 15);
    private static final CampaignDays DAYS = new CampaignDays(START, LocalDate.of(2027, 8, 31), null);

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    @ParameterizedTest
    @CsvSource({
        ",2027-06-08,2027-08-31",
        ",2027-08-01,2027-08-31",
        "30,2027-06-08,2027-07-15",
        "30,2027-06-15,2027-07-15",
        "30,2027-07-01,2027-07-31",
        "30,2027-08-20,2027-08-31"
    })
    void aTaskHasItsDaysButNeverMoreThanTheCampaign(@Nullable Integer days, LocalDate made, LocalDate due) {
        assertThat(new CampaignDays(START, DAYS.endOn(), days).dueOn(made)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "false,2027-06-14,PLANNED",
        "false,2027-06-15,RUNNING",
        "false,2027-08-31,RUNNING",
        "false,2027-09-01,ENDED",
        "true,2027-06-14,CLOSED"
    })
    void whereItStandsFollowsFromTheDay(boolean closed, LocalDate today, CampaignStatus status) {
        assertThat(DAYS.status(closed, today)).isEqualTo(status);
    }

    @Test
    void tasksAreMadeAWeekAheadAndNobodyIsToldBeforeTheFirstMorning() {
        assertThat(DAYS.makes(at("2027-05-01T00:00:00Z"))).isEqualTo(at("2027-06-07T16:00:00Z"));
        assertThat(DAYS.makes(at("2027-06-10T00:00:00Z"))).isEqualTo(at("2027-06-10T00:00:00Z"));
        assertThat(DAYS.tells(at("2027-06-07T16:00:00Z"))).isEqualTo(at("2027-06-15T00:00:00Z"));
        assertThat(DAYS.tells(at("2027-06-20T03:00:00Z"))).isEqualTo(at("2027-06-20T03:00:00Z"));
    }

    @Test
    void whoCameSinceIsFoundEachMorningUntilTheLastDay() {
        assertThat(DAYS.looksAgain(at("2027-06-20T03:00:00Z"))).isEqualTo(at("2027-06-20T16:00:00Z"));
        assertThat(DAYS.looksAgain(at("2027-08-30T03:00:00Z"))).isEqualTo(at("2027-08-30T16:00:00Z"));
        assertThat(DAYS.looksAgain(at("2027-08-31T03:00:00Z"))).isNull();
        assertThat(DAYS.late()).isEqualTo(at("2027-09-01T00:00:00Z"));
    }
}
