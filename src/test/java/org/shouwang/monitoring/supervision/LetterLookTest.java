package org.shouwang.monitoring.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.monitoring.card.CardColour;
import org.shouwang.platform.LocalDays;

/** Reminders −7, −3, −1 days before the deadline, and what follows it (indicators.md, section 6). */
class LetterLookTest {

    private static final LocalDate DUE = LocalDate.parse("2026-10-30");

    private static Set<Stage> stages(@Nullable String names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(";")).map(Stage::valueOf).collect(Collectors.toSet());
    }

    /** Status, time, what was told: what is told now, what need not be told any more, and when somebody looks again. */
    @ParameterizedTest
    @CsvSource({
        "ISSUED,       2026-10-01T09:00, ,                     ISSUED,       ,              2026-10-23T08:00",
        "ISSUED,       2026-10-23T07:59, ISSUED,               ,             ,              2026-10-23T08:00",
        "ISSUED,       2026-10-23T08:00, ISSUED,               SOON_7,       ,              2026-10-27T08:00",
        "RECEIVED,     2026-10-23T08:01, ISSUED;SOON_7,        ,             ,              2026-10-27T08:00",
        "RECEIVED,     2026-10-28T09:00, ISSUED,               SOON_3,       SOON_7,        2026-10-29T08:00",
        "RECEIVED,     2026-10-29T08:00, ISSUED;SOON_7;SOON_3, SOON_1,       ,              2026-10-31T08:00",
        "ISSUED,       2026-10-28T09:00, ,                     ISSUED,       SOON_7;SOON_3, 2026-10-29T08:00",
        "RECEIVED,     2026-10-30T23:59, ISSUED;SOON_7;SOON_3;SOON_1, ,      ,              2026-10-31T08:00",
        "RECEIVED,     2026-10-31T08:00, ISSUED;SOON_7;SOON_3;SOON_1, OVERDUE, ,            2026-11-01T08:00",
        "RECEIVED,     2026-11-05T07:00, ISSUED;SOON_7;SOON_3;SOON_1;OVERDUE, , ,           2026-11-05T08:00",
        "NOT_ACCEPTED, 2026-10-02T09:00, ,                     NOT_ACCEPTED, ,              2026-10-23T08:00",
        "REPLIED,      2026-10-24T09:00, ISSUED;SOON_7,        REPLIED,      ,",
        "ACCEPTED,     2026-10-24T09:00, ISSUED;REPLIED,       ACCEPTED,     ,",
        "CLOSED,       2026-11-24T09:00, ,                     ,             ,"
    })
    void eachIsToldOnceInTime(
            LetterStatus status,
            LocalDateTime now,
            @Nullable String told,
            @Nullable String tell,
            @Nullable String passed,
            @Nullable LocalDateTime next) {
        LetterLook look = LetterLook.at(
                status, DUE, stages(told), now.atZone(LocalDays.ZONE).toInstant());

        assertThat(look.tell()).isEqualTo(stages(tell));
        assertThat(look.passed()).isEqualTo(stages(passed));
        assertThat(look.next().map(moment -> moment.atZone(LocalDays.ZONE).toLocalDateTime()))
                .isEqualTo(Optional.ofNullable(next));
    }

    @ParameterizedTest
    @CsvSource({", YELLOW, 30", ", RED, 15", "20, YELLOW, 20", "20, RED, 20"})
    void theColourSaysHowLong(@Nullable Integer asked, CardColour colour, int days) {
        assertThat(Deadline.days(asked, colour)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-02, 1", "2026-10-03, 1", "2026-10-04, 0", "2026-12-30, 0", "2026-12-31, 1"})
    void anotherDeadlineHasBounds(LocalDate dueOn, int objections) {
        assertThat(Deadline.again(dueOn, LocalDate.parse("2026-10-01"))).hasSize(objections);
    }
}
