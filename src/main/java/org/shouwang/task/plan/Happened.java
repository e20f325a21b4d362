package org.shouwang.task.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.shouwang.platform.LocalDays;

/** A record that meets what was owed, and from which the next is counted. */
public record Happened(Kind kind, UUID id, Instant at) {

    /** What it is; its name is what a settled task calls its result. */
    public enum Kind {
        VISIT,
        CONTACT,
        RISK_ASSESSMENT
    }

    LocalDate day() {
        return LocalDays.of(at);
    }
}
