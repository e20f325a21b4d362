package org.shouwang.protection.violence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.problem.Violation;

/** A protection order as it is kept. */
record ProtectionOrder(
        UUID id,
        UUID caseId,
        @Nullable UUID extendsId,
        LocalDate appliedOn,
        @Nullable Instant acceptedAt,
        OrderCodes.OrderApplicant appliedBy,
        boolean urgent,
        @Nullable LocalDate refusedOn,
        @Nullable String orderNo,
        @Nullable List<OrderCodes.OrderMeasure> measures,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate servedOn,
        @Nullable LocalDate endedOn,
        boolean mistaken) {

    /** Whether it is an order that was made and holds or held, so that another may extend it. */
    boolean isMade() {
        return validFrom != null && !mistaken;
    }

    /** Whether it was served and holds on a day, so that somebody is to see how it is kept. */
    boolean isKeptOn(LocalDate day) {
        return servedOn != null && !mistaken && endedOn == null && validTo != null && !day.isAfter(validTo);
    }

    /**
     * What is said, over what was known before.
     *
     * @param before null for one that is new
     */
    static ProtectionOrder of(UUID id, UUID caseId, OrderForm form, @Nullable ProtectionOrder before) {
        LocalDate from = or(form.validFrom(), before == null ? null : before.validFrom);
        Instant accepted = form.acceptedAt() == null ? null : form.acceptedAt().truncatedTo(ChronoUnit.MICROS);
        return new ProtectionOrder(
                id,
                caseId,
                or(form.extendsId(), before == null ? null : before.extendsId),
                form.appliedOn(),
                or(accepted, before == null ? null : before.acceptedAt),
                form.appliedBy(),
                is(form.urgent(), before != null && before.urgent),
                or(form.refusedOn(), before == null ? null : before.refusedOn),
                or(form.orderNo(), before == null ? null : before.orderNo),
                or(some(form.measures()), before == null ? null : before.measures),
                from,
                lastDay(form, from, before),
                or(form.servedOn(), before == null ? null : before.servedOn),
                or(form.endedOn(), before == null ? null : before.endedOn),
                is(form.mistaken(), before != null && before.mistaken));
    }

    /** What nobody said goes by the day on which it was made, also when that is corrected. */
    private static @Nullable LocalDate lastDay(
            OrderForm form, @Nullable LocalDate from, @Nullable ProtectionOrder before) {
        if (form.validTo() != null || from == null) {
            return form.validTo();
        }
        if (before == null || before.validFrom == null) {
            return OrderDates.lastDay(from);
        }
        return OrderDates.lastDay(before.validFrom).equals(before.validTo) ? OrderDates.lastDay(from) : before.validTo;
    }

    private static boolean is(@Nullable Boolean said, boolean before) {
        return said == null ? before : said;
    }

    private static @Nullable List<OrderCodes.OrderMeasure> some(@Nullable List<OrderCodes.OrderMeasure> said) {
        return said == null || said.isEmpty() ? null : said.stream().distinct().toList();
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }

    /** What cannot be, of the days of one order. */
    List<Violation> violations(LocalDate today) {
        List<Violation> found = new ArrayList<>();
        happened(found, "appliedOn", appliedOn, today);
        happened(found, "acceptedAt", acceptedAt == null ? null : LocalDays.of(acceptedAt), today);
        happened(found, "refusedOn", refusedOn, today);
        happened(found, "validFrom", validFrom, today);
        happened(found, "servedOn", servedOn, today);
        happened(found, "endedOn", endedOn, today);
        if (appliedOn.isBefore(OrderDates.LAW_IN_FORCE)) {
            found.add(Violation.of("appliedOn", "before-the-law"));
        }
        if (refusedOn != null && refusedOn.isBefore(appliedOn)) {
            found.add(Violation.of("refusedOn", "order-days"));
        }
        if (validFrom == null) {
            if (validTo != null || servedOn != null) {
                found.add(Violation.of("validFrom", "order-made"));
            }
            return found;
        }
        made(found, validFrom);
        return found;
    }

    private static void happened(List<Violation> found, String field, @Nullable LocalDate day, LocalDate today) {
        if (day != null && day.isAfter(today)) {
            found.add(Violation.of(field, "not-in-future"));
        }
    }

    private void made(List<Violation> found, LocalDate from) {
        if (refusedOn != null) {
            found.add(Violation.of("refusedOn", "order-refused"));
        }
        if (from.isBefore(appliedOn)) {
            found.add(Violation.of("validFrom", "order-days"));
        }
        if (validTo != null && validTo.isAfter(OrderDates.lastDay(from))) {
            found.add(Violation.of("validTo", "order-six-months"));
        }
        within(found, "validTo", validTo, from);
        within(found, "servedOn", servedOn, from);
        within(found, "endedOn", endedOn, from);
    }

    private void within(List<Violation> found, String field, @Nullable LocalDate day, LocalDate from) {
        if (day != null && (day.isBefore(from) || (validTo != null && day.isAfter(validTo)))) {
            found.add(Violation.of(field, "order-days"));
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
