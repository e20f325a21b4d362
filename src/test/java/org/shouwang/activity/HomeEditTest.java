package org.shouwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.problem.Result;

class HomeEditTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate OPENED = LocalDate.of(2024, 9, 1);
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static HomeForm home() throws JsonProcessingException {
        return JSON.readValue("""
                {"name": "n", "homeCode": "610304101200001", "areaCode": "610304101200", "address": "a", "homeType": "VILLAGE",
                 "openedOn": "2024-09-01", "status": "OPEN", "indoorM2": 36.5, "zones": ["PLAY", "READING"],
                 "functions": ["GAME"]}""", HomeForm.class);
    }

    private static HomeEdit edit(@Nullable LocalDate since, String patch) throws JsonProcessingException {
        return HomeEdit.of(home(), since, JSON.readValue(patch, HomePatch.class), TODAY);
    }

    @Test
    void aStatusThatChangesHoldsFromTodayUnlessADayIsSaid() throws JsonProcessingException {
        assertThat(edit(OPENED, "{\"status\": \"CLOSED\"}").since()).isEqualTo(TODAY);
        assertThat(edit(OPENED, "{\"status\": \"CLOSED\", \"statusSince\": \"2026-11-01\"}")
                        .since())
                .isEqualTo("2026-11-01");
    }

    @Test
    void aStatusThatStaysKeepsItsDay() throws JsonProcessingException {
        HomeEdit edit = edit(OPENED, "{\"status\": \"OPEN\", \"bookCount\": 3}");

        assertThat(edit.since()).isEqualTo(OPENED);
        assertThat(edit.changed()).containsExactly("bookCount");
    }

    @Test
    void aDayBeforeItsOpeningOrAfterTodayIsNoDayOfAnOpenHome() throws JsonProcessingException {
        assertThat(edit(null, "{\"statusSince\": \"2024-08-31\"}")).matches(edit -> !isAccepted(edit));
        assertThat(edit(null, "{\"statusSince\": \"2026-11-21\"}")).matches(edit -> !isAccepted(edit));
        assertThat(edit(null, "{\"statusSince\": \"2024-09-01\"}").changed()).containsExactly("statusSince");
    }

    private static boolean isAccepted(HomeEdit edit) {
        return edit.check(TODAY).map(able -> true) instanceof Result.Ok<Boolean>;
    }
}
