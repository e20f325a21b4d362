package org.shouwang.protection.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;

/** What a referral keeps to. */
final class ReferralRules {

    /** Characters of a summary: the minimum necessary (data dictionary, 13). */
    static final int SUMMARY = 500;

    static final int REASON = 500;

    static final int FEEDBACK = 2000;

    private ReferralRules() {}

    /** What of it is wrong by itself. */
    static List<Violation> violations(Sending asked) {
        List<Violation> found = new ArrayList<>();
        if ((asked.childId() == null) == (asked.personRef() == null)) {
            found.add(Violation.of("childId", "referral-subject"));
        }
        String summary = asked.summary().strip();
        if (summary.isEmpty() || summary.codePointCount(0, summary.length()) > SUMMARY) {
            found.add(Violation.of("summary", "referral-summary", SUMMARY));
        }
        if (asked.consent().needsGround() && asked.ground() == null) {
            found.add(Violation.of("legalGround", "referral-needs-ground"));
        }
        if (!asked.consent().needsGround() && asked.ground() != null) {
            found.add(Violation.of("legalGround", "referral-ground-with-consent"));
        }
        return found;
    }

    /**
     * Times are ordered (data dictionary, 13).
     *
     * @param doneAt null where it was not said
     */
    static List<Violation> done(@Nullable Instant doneAt, @Nullable Instant acceptedAt, Instant now) {
        boolean ordered =
                doneAt == null || (!doneAt.isAfter(now) && (acceptedAt == null || !doneAt.isBefore(acceptedAt)));
        return ordered ? List.of() : List.of(Violation.of("doneAt", "referral-done-at"));
    }
}
