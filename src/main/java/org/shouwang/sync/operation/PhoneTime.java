package org.shouwang.sync.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;
import org.shouwang.staff.PostsThen;

/**
 * A phone's clock against the server's. Nobody is refused for a wrong clock: what can be corrected is, what cannot is known to
 * be uncertain.
 *
 * @param offset from the phone's time to the server's; null when the phone could not know it
 */
record PhoneTime(@Nullable Duration offset, Instant receivedAt) {

    /** An operation cannot have been done after it arrived; beyond this the measured offset is wrong itself. */
    static final Duration TOLERANCE = Duration.ofMinutes(10);

    /** No phone's clock is further away; a larger offset would only overflow. */
    private static final Duration FURTHEST = Duration.ofDays(365L * 100);

    static PhoneTime of(OperationForm operation, Instant receivedAt) {
        Long millis = operation.serverTimeOffset();
        if (millis == null || Math.abs((double) millis) > FURTHEST.toMillis()) {
            return new PhoneTime(null, receivedAt);
        }
        PhoneTime time = new PhoneTime(Duration.ofMillis(millis), receivedAt);
        return time.corrected(operation.at()).isAfter(receivedAt.plus(TOLERANCE))
                ? new PhoneTime(null, receivedAt)
                : time;
    }

    boolean isCertain() {
        return offset != null;
    }

    /** The moment by the server's clock; as the phone gave it where that cannot be known. */
    Instant corrected(Instant moment) {
        return offset == null ? moment : moment.plus(offset);
    }

    /** When an operation was done, as far as rights are concerned: when it arrived, if nothing better is known. */
    Instant done(Instant at) {
        Instant corrected = corrected(at);
        return isCertain() && corrected.isBefore(receivedAt) ? corrected : receivedAt;
    }

    /** The earliest moment at which it can have been done: work of a phone without its time is as old as late work may be. */
    Instant doneSince(Instant at) {
        return isCertain()
                ? done(at)
                : LocalDays.at(LocalDays.of(receivedAt).minus(PostsThen.LATE_WORK), LocalTime.MIDNIGHT);
    }

    /** Corrects these fields of a body in place; what is no moment stays, and is refused when the body is read. */
    void correct(ObjectNode body, List<String> moments) {
        for (String field : moments) {
            JsonNode moment = body.path(field);
            if (moment.isTextual()) {
                body.put(field, corrected(moment.textValue()));
            }
        }
    }

    private String corrected(String moment) {
        try {
            return corrected(OffsetDateTime.parse(moment).toInstant()).toString();
        } catch (DateTimeException e) {
            return moment;
        }
    }
}
