package org.shouwang.protection.violence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        @Nullable LocalDate endedOn) {

    /**
     * What is said, over what was known before.
     *
     * @param before null for one that is new
     */
    static ProtectionOrder of(UUID id, UUID caseId, OrderForm form, @Nullable ProtectionOrder before) {
        LocalDate from = or(form.validFrom(), before == null ? null : before.validFrom);
        LocalDate to = or(form.validTo(), before == null ? null : before.validTo);
        Instant accepted = form.acceptedAt() == null ? null : form.acceptedAt().truncatedTo(ChronoUnit.MICROS);
        return new ProtectionOrder(
                id,
                caseId,
                or(form.extendsId(), before == null ? null : before.extendsId),
                form.appliedOn(),
                or(accepted, before == null ? null : before.acceptedAt),
                form.appliedBy(),
                Boolean.TRUE.equals(form.urgent()),
                or(form.refusedOn(), before == null ? null : before.refusedOn),
                or(form.orderNo(), before == null ? null : before.orderNo),
                or(some(form.measures()), before == null ? null : before.measures),
                from,
                to == null && from != null ? OrderDates.lastDay(from) : to,
                or(form.servedOn(), before == null ? null : before.servedOn),
                or(form.endedOn(), before == null ? null : before.endedOn));
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
        if (appliedOn.isAfter(today)) {
            found.add(Violation.of("appliedOn", "not-in-future"));
        }
        if (validFrom == null) {
            if (validTo != null || servedOn != null) {
                found.add(Violation.of("validFrom", "order-made"));
            }
            return found;
        }
        if (refusedOn != null) {
            found.add(Violation.of("refusedOn", "order-refused"));
        }
        if (validFrom.isBefore(appliedOn)) {
            found.add(Violation.of("validFrom", "order-days"));
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            found.add(Violation.of("validTo", "order-days"));
        }
        if (validTo != null && validTo.isAfter(OrderDates.lastDay(validFrom))) {
            found.add(Violation.of("validTo", "order-six-months"));
        }
        before(found, "servedOn", servedOn);
        before(found, "endedOn", endedOn);
        return found;
    }

    private void before(List<Violation> found, String field, @Nullable LocalDate day) {
        if (day != null && validFrom != null && day.isBefore(validFrom)) {
            found.add(Violation.of(field, "order-days"));
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
