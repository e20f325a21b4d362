package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PhoneTimeTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-20T08:00:00Z");

    private static PhoneTime time(String at, @Nullable Long offset) {
        return PhoneTime.of(
                new OperationForm(
                        UUID.randomUUID(),
                        "visit.record",
                        Instant.parse(at),
                        offset,
                        UUID.randomUUID(),
                        null,
                        null,
                        JsonNodeFactory.instance.objectNode()),
                RECEIVED);
    }

    @Test
    void aMeasuredOffsetCorrectsEveryMoment() {
        PhoneTime time = time("2020-01-01T00:00:00Z", Duration.ofDays(2500).toMillis());

        assertThat(time.isCertain()).isTrue();
        assertThat(time.corrected(Instant.parse("2020-01-01T00:00:00Z")))
                .isEqualTo(Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofDays(2500)));
    }

    @Test
    void anOffsetThatLeadsIntoTheFutureIsWrongItself() {
        PhoneTime time = time("2026-11-20T08:00:00Z", Duration.ofMinutes(11).toMillis());

        assertThat(time.isCertain()).isFalse();
        assertThat(time.corrected(RECEIVED)).isEqualTo(RECEIVED);
    }

    @Test
    void noOffsetAtAllIsUncertain() {
        assertThat(time("2026-11-19T08:00:00Z", null).isCertain()).isFalse();
    }

    @Test
    void anOffsetOfAgesOverflowsNothing() {
        assertThat(time("2026-11-19T08:00:00Z", Long.MIN_VALUE).isCertain()).isFalse();
        assertThat(time("2026-11-19T08:00:00Z", Long.MAX_VALUE).isCertain()).isFalse();
    }

    @Test
    void rightsAreThoseOfTheMomentAndWithoutOneThoseOfTheArrival() {
        assertThat(time("2026-11-17T08:00:00Z", 0L).done(Instant.parse("2026-11-17T08:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-17T08:00:00Z"));
        assertThat(time("2026-11-17T08:00:00Z", null).done(Instant.parse("2026-11-17T08:00:00Z")))
                .isEqualTo(RECEIVED);
    }

    @Test
    void onlyMomentsOfTheBodyAreCorrected() {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("startedAt", "2026-11-17T10:00:00+08:00")
                .put("endedAt", "soon")
                .put("findings", "2026-11-17T10:00:00Z");

        time("2026-11-17T08:00:00Z", 60_000L).correct(body, List.of("startedAt", "endedAt", "missing"));

        assertThat(body.get("startedAt").asText()).isEqualTo("2026-11-17T02:01:00Z");
        assertThat(body.get("endedAt").asText()).isEqualTo("soon");
        assertThat(body.get("findings").asText()).isEqualTo("2026-11-17T10:00:00Z");
        assertThat(body.has("missing")).isFalse();
    }

    @Test
    void itIsKnownSinceWhenAnOperationMayHaveBeenDone() {
        Instant at = Instant.parse("2026-11-18T08:00:00Z");

        assertThat(time("2026-11-18T08:00:00Z", 0L).doneSince(at)).isEqualTo(at);
        assertThat(time("2026-11-18T08:00:00Z", null).doneSince(at)).isEqualTo("2026-10-20T16:00:00Z");
    }
}
