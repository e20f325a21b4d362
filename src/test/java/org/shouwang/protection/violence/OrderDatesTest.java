package org.shouwang.protection.violence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.problem.Violation;
import org.shouwang.protection.violence.OrderDates.Look;

/** The days of the law and of the worked examples (E8, E9). */
class OrderDatesTest {

    private static final LocalDate MADE = LocalDate.of(2026, 1, 20);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 1);

    private final OrderDates dates = new OrderDates(new Defaults());

    /** As the county sets nothing. */
    private record Defaults() implements ViolenceConfig {

        @Override
        public int letterVisitDays() {
            return 30;
        }

        @Override
        public Duration decision() {
            return Duration.ofHours(72);
        }

        @Override
        public Duration urgentDecision() {
            return Duration.ofHours(24);
        }

        @Override
        public int expiryReminderDays() {
            return 14;
        }

        @Override
        public int firstCheckDays() {
            return 7;
        }

        @Override
        public int checkMonths() {
            return 1;
        }
    }

    private static ProtectionOrder order(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable LocalDate served) {
        OrderForm form = new OrderForm(
                null,
                LocalDate.of(2026, 1, 18),
                Instant.parse("2026-01-18T02:00:00Z"),
                OrderCodes.OrderApplicant.VICTIM,
                null,
                null,
                null,
                null,
                from,
                to,
                served,
                null,
                null);
        return ProtectionOrder.of(UUID.randomUUID(), UUID.randomUUID(), form, null);
    }

    /** E8. */
    @Test
    void theVisitAfterAWarningLetterIsDueThirtyDaysAfterTheVillageWasNotified() {
        assertThat(dates.letterVisit(LocalDate.of(2026, 5, 6))).isEqualTo("2026-06-05");
    }

    /** E9. */
    @Test
    void anOrderIsValidForSixMonthsAndItsEndIsSaidFourteenDaysBefore() {
        ProtectionOrder order = order(MADE, null, null);

        Map<Look, Instant> looks = dates.looks(order, 1);

        assertThat(order.validTo()).isEqualTo("2026-07-20");
        assertThat(looks)
                .containsEntry(Look.EXPIRY, Instant.parse("2026-07-06T00:00:00Z"))
                .containsEntry(Look.END, Instant.parse("2026-07-20T16:00:00Z"))
                .doesNotContainKeys(Look.DECISION, Look.CHECK);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-18T02:00:00Z,false,2026-01-21T02:00:00Z",
        "2026-01-18T02:00:00Z,true,2026-01-19T02:00:00Z",
        ",false,2026-01-21T16:00:00Z"
    })
    void theCourtDecidesWithinItsTime(@Nullable Instant accepted, boolean urgent, Instant due) {
        assertThat(dates.decision(LocalDate.of(2026, 1, 18), accepted, urgent)).isEqualTo(due);
    }

    @Test
    void checksFollowMonthByMonthUntilTheOrderEnds() {
        LocalDate served = LocalDate.of(2026, 1, 22);
        LocalDate last = LocalDate.of(2026, 7, 20);

        assertThat(dates.firstCheck(served)).isEqualTo("2026-01-29");
        assertThat(dates.check(1, served, last)).contains(LocalDate.of(2026, 2, 22));
        assertThat(dates.check(5, served, last)).contains(LocalDate.of(2026, 6, 22));
        assertThat(dates.check(6, served, last)).isEmpty();
        assertThat(dates.checkAsked(1, served, last)).contains(Instant.parse("2026-01-29T00:00:00Z"));
        assertThat(dates.checkAsked(2, served, last)).contains(Instant.parse("2026-02-22T00:00:00Z"));
        assertThat(dates.checkAsked(6, served, last)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-20,2026-07-20,2026-01-22,",
        "2026-01-20,2026-07-21,,order-six-months",
        "2026-01-20,2026-01-19,,order-days",
        "2026-01-20,2026-03-20,2026-03-21,order-days",
        "2026-08-02,,,not-in-future",
        "2026-01-20,,2026-08-02,not-in-future order-days",
        "2026-01-17,2026-07-01,,order-days",
        "2026-01-20,,2026-01-19,order-days",
        ",2026-07-20,,order-made",
        ",,2026-01-22,order-made",
    })
    void theDaysOfAnOrderFollowOneAnother(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable LocalDate served, @Nullable String rule) {
        assertThat(order(from, to, served).violations(TODAY))
                .extracting(Violation::rule)
                .isEqualTo(rule == null ? List.of() : List.of(rule.split(" ")));
    }

    private static OrderForm more(
            @Nullable Boolean urgent, @Nullable LocalDate from, @Nullable LocalDate served, @Nullable LocalDate ended) {
        return new OrderForm(
                null,
                LocalDate.of(2026, 1, 18),
                null,
                OrderCodes.OrderApplicant.VICTIM,
                urgent,
                null,
                null,
                null,
                from,
                null,
                served,
                ended,
                null);
    }

    private static ProtectionOrder then(ProtectionOrder first, OrderForm more) {
        return ProtectionOrder.of(first.id(), first.caseId(), more, first);
    }

    /** The day on which it was made, corrected, moves the last day that nobody said. */
    @Test
    void aCorrectedDayMovesTheEndThatFollowedFromIt() {
        LocalDate later = LocalDate.of(2026, 2, 20);

        assertThat(then(order(MADE, null, null), more(null, later, null, null)).validTo())
                .isEqualTo("2026-08-20");
        assertThat(then(order(MADE, LocalDate.of(2026, 4, 20), null), more(null, later, null, null))
                        .validTo())
                .isEqualTo("2026-04-20");
    }

    @ParameterizedTest
    @CsvSource({"2026-08-02,not-in-future order-days", "2026-07-21,order-days", "2026-01-19,order-days", "2026-07-20,"})
    void anOrderIsTakenBackWhileItHolds(LocalDate ended, @Nullable String rules) {
        ProtectionOrder order = then(order(MADE, null, null), more(null, null, null, ended));

        assertThat(order.violations(TODAY))
                .extracting(Violation::rule)
                .isEqualTo(rules == null ? List.of() : List.of(rules.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-17,order-days", "2026-08-02,not-in-future", "2026-01-18,"})
    void aRefusalFollowsTheApplication(LocalDate refused, @Nullable String rule) {
        OrderForm form = new OrderForm(
                null,
                LocalDate.of(2026, 1, 18),
                null,
                OrderCodes.OrderApplicant.VICTIM,
                null,
                refused,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(ProtectionOrder.of(UUID.randomUUID(), UUID.randomUUID(), form, null)
                        .violations(TODAY))
                .extracting(Violation::rule)
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void whatIsLeftOutLaterStays() {
        ProtectionOrder first = then(order(MADE, null, null), more(true, null, null, null));

        ProtectionOrder completed = then(first, more(null, null, LocalDate.of(2026, 1, 22), null));

        assertThat(completed.urgent()).isTrue();
        assertThat(completed.validTo()).isEqualTo("2026-07-20");
        assertThat(completed.acceptedAt()).isEqualTo(first.acceptedAt());
        assertThat(completed.servedOn()).isEqualTo("2026-01-22");
    }
}
