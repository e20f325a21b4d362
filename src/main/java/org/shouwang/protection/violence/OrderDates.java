package org.shouwang.protection.violence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;

/** When what of a warning letter and of a protection order is due. */
@Singleton
class OrderDates {

    /** An order is valid for at most so many months from the day it is made (反家庭暴力法 art. 30). */
    static final int MONTHS = 6;

    /** There are no letters and orders of before (反家庭暴力法 art. 38). */
    static final LocalDate LAW_IN_FORCE = LocalDate.of(2016, 3, 1);

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final ViolenceConfig config;

    OrderDates(ViolenceConfig config) {
        this.config = config;
    }

    /** What is looked at. */
    enum Look {
        /** The court has not decided in its time. */
        DECISION,
        /** Somebody is to see how the order is kept. */
        CHECK,
        /** It ends soon. */
        EXPIRY,
        /** It has ended. */
        END
    }

    static LocalDate lastDay(LocalDate validFrom) {
        return validFrom.plusMonths(MONTHS);
    }

    LocalDate letterVisit(LocalDate villageNotifiedOn) {
        return villageNotifiedOn.plusDays(config.letterVisitDays());
    }

    LocalDate firstCheck(LocalDate servedOn) {
        return servedOn.plusDays(config.firstCheckDays());
    }

    /** The day of the check after the first; empty where the order ends before. */
    Optional<LocalDate> check(int round, LocalDate servedOn, LocalDate validTo) {
        LocalDate day = servedOn.plusMonths((long) round * config.checkMonths());
        return day.isAfter(validTo) ? Optional.empty() : Optional.of(day);
    }

    /** Until when the court decides: where nobody knows when it accepted, from the end of the day of the application. */
    Instant decision(LocalDate appliedOn, @Nullable Instant acceptedAt, boolean urgent) {
        Instant from = acceptedAt == null ? LocalDays.at(appliedOn.plusDays(1), LocalTime.MIDNIGHT) : acceptedAt;
        return from.plus(urgent ? config.urgentDecision() : config.decision());
    }

    /** A check is asked for when the one before is due; the first one stands from the service on. */
    Optional<Instant> checkAsked(int round, LocalDate servedOn, LocalDate validTo) {
        return check(round, servedOn, validTo)
                .map(day -> round == 1
                        ? firstCheck(servedOn)
                        : servedOn.plusMonths((long) (round - 1) * config.checkMonths()))
                .map(OrderDates::morning);
    }

    /**
     * When an order is looked at next, from what is known of it.
     *
     * @param round the number of the next check; the first one is asked for with the service
     */
    Map<Look, Instant> looks(ProtectionOrder order, int round) {
        Map<Look, Instant> looks = new EnumMap<>(Look.class);
        if (order.mistaken()) {
            return looks;
        }
        LocalDate to = order.validTo();
        if (to == null) {
            if (order.refusedOn() == null && order.endedOn() == null) {
                looks.put(Look.DECISION, decision(order.appliedOn(), order.acceptedAt(), order.urgent()));
            }
            return looks;
        }
        LocalDate served = order.servedOn();
        if (order.endedOn() != null) {
            looks.put(Look.END, LocalDays.at(order.endedOn(), LocalTime.MIDNIGHT));
            return looks;
        }
        looks.put(Look.EXPIRY, morning(to.minusDays(config.expiryReminderDays())));
        looks.put(Look.END, LocalDays.at(to.plusDays(1), LocalTime.MIDNIGHT));
        if (served != null) {
            checkAsked(round, served, to).ifPresent(at -> looks.put(Look.CHECK, at));
        }
        return looks;
    }

    private static Instant morning(LocalDate day) {
        return LocalDays.at(day, MORNING);
    }
}
