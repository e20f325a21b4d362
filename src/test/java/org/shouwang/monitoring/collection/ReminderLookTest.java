package org.shouwang.monitoring.collection;

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
import org.shouwang.platform.LocalDays;

/** −7, −3, −1 days before the due day, on it, and the first morning after it. */
class ReminderLookTest {

    private static final LocalDate OPEN = LocalDate.parse("2026-10-01");
    private static final LocalDate DUE = LocalDate.parse("2026-10-15");

    private static Set<Reminder> stages(@Nullable String names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(";")).map(Reminder::valueOf).collect(Collectors.toSet());
    }

    /** Time, what was told: what is told now, what need not be told any more, and when somebody looks again. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-02T09:00, ,                           ,       ,                  2026-10-08T08:00",
        "2026-10-08T07:59, ,                           ,       ,                  2026-10-08T08:00",
        "2026-10-08T08:00, ,                           SOON_7, ,                  2026-10-12T08:00",
        "2026-10-08T08:01, SOON_7,                     ,       ,                  2026-10-12T08:00",
        "2026-10-13T11:00, ,                           SOON_3, SOON_7,            2026-10-14T08:00",
        "2026-10-14T08:00, SOON_7;SOON_3,              SOON_1, ,                  2026-10-15T08:00",
        "2026-10-15T08:00, SOON_7;SOON_3;SOON_1,       DUE,    ,                  2026-10-16T08:00",
        "2026-10-16T07:59, SOON_7;SOON_3;SOON_1;DUE,   ,       ,                  2026-10-16T08:00",
        "2026-10-16T08:00, SOON_7;SOON_3;SOON_1;DUE,   MISSED, ,                  ",
        "2026-10-19T08:00, SOON_7;SOON_3;SOON_1;DUE,   MISSED, ,                  ",
        "2026-10-19T08:00, SOON_7;SOON_3;SOON_1;DUE;MISSED, ,  ,                  ",
        "2026-10-25T08:00, SOON_7;SOON_3;SOON_1;DUE,   ,       MISSED,            ",
        "2026-09-30T09:00, ,                           ,       ,                  2026-10-08T08:00"
    })
    void eachIsToldOnceInTime(
            LocalDateTime now,
            @Nullable String told,
            @Nullable String tell,
            @Nullable String passed,
            @Nullable LocalDateTime next) {
        check(OPEN, now, told, tell, passed, next);
    }

    /** Units that cannot report yet are not reminded. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-08T08:00, ,              ,       SOON_7, 2026-10-12T08:00",
        "2026-10-13T07:00, SOON_7,        ,       SOON_3, 2026-10-14T08:00",
        "2026-10-14T08:00, SOON_7;SOON_3, SOON_1, ,       2026-10-15T08:00"
    })
    void aPeriodThatHasNotBegunRemindsNobody(
            LocalDateTime now,
            @Nullable String told,
            @Nullable String tell,
            @Nullable String passed,
            @Nullable LocalDateTime next) {
        check(DUE.minusDays(2), now, told, tell, passed, next);
    }

    private static void check(
            LocalDate openOn,
            LocalDateTime now,
            @Nullable String told,
            @Nullable String tell,
            @Nullable String passed,
            @Nullable LocalDateTime next) {
        ReminderLook look = ReminderLook.at(
                openOn, DUE, stages(told), now.atZone(LocalDays.ZONE).toInstant());

        assertThat(look.tell()).isEqualTo(Optional.ofNullable(tell).map(Reminder::valueOf));
        assertThat(look.passed()).isEqualTo(stages(passed));
        assertThat(look.next().map(moment -> moment.atZone(LocalDays.ZONE).toLocalDateTime()))
                .isEqualTo(Optional.ofNullable(next));
    }
}
