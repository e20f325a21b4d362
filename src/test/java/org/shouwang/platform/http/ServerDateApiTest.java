package org.shouwang.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.testsupport.Demo;

/** Phones know the time from any answer. */
@QuarkusTest
class ServerDateApiTest {

    @AfterEach
    void now() {
        Demo.backToRealTime();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/meta", "/api/v1/me", "/api/v1/nothing"})
    void everyAnswerSaysTheTimeHoweverItEnds(String path) {
        assertThat(given().get(path).header("Date")).endsWith(" GMT");
    }

    @Test
    void itIsTheTimeByWhichTheServerWorks() {
        Demo.moveTo(LocalDate.of(2027, 3, 1), LocalTime.of(12, 0));

        Response answer = given().get("/api/v1/meta");

        Instant said = ZonedDateTime.parse(answer.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        Instant known = Instant.parse(answer.jsonPath().getString("serverTime"));
        assertThat(Duration.between(said, known).abs()).isLessThan(Duration.ofMinutes(1));
    }
}
