package org.shouwang.protection.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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

    /** 个人信息保护法 art. 31: below, a guardian agrees. */
    private static final int OWN_CONSENT = 14;

    /** 未成年人保护法 art. 2. */
    private static final int ADULT = 18;

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

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
     * What of it does not fit whom it is about.
     *
     * @param born null where the day is not known: then age forbids nothing
     * @param open whether the file is; protection from a danger waits for no file
     */
    static List<Violation> ofSubject(Sending asked, @Nullable LocalDate born, boolean open, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        boolean protects = asked.type().isRestricted() || asked.incidentId() != null || asked.confidential();
        if (!open && !protects) {
            found.add(Violation.of("childId", "referral-file-closed"));
        }
        boolean child = born != null && born.plusYears(OWN_CONSENT).isAfter(today);
        boolean adult = born != null && !born.plusYears(ADULT).isAfter(today);
        LegalGround ground = asked.ground();
        if (child && asked.consent() == ConsentStatus.AGREED) {
            found.add(Violation.of("consentStatus", "referral-guardian-agrees", OWN_CONSENT));
        }
        if (adult && asked.consent() == ConsentStatus.GUARDIAN_AGREED) {
            found.add(Violation.of("consentStatus", "referral-adult-agrees"));
        }
        if (adult && ground != null && ground.isOfMinors()) {
            found.add(Violation.of("legalGround", "referral-ground-of-minors"));
        }
        return found;
    }

    /** What of an act is wrong by itself; moments may be ahead of ours by as much as phones' clocks are. */
    static List<Violation> violations(ReferralAct act, Instant sentAt, Instant now) {
        if (act instanceof ReferralAct.Reject reject) {
            return words("reason", reject.reason());
        }
        if (act instanceof ReferralAct.Feedback told) {
            List<Violation> found = new ArrayList<>(words("feedback", told.feedback()));
            Instant done = told.doneAt();
            if (done != null && (done.isBefore(sentAt) || done.isAfter(now.plus(CLOCK_TOLERANCE)))) {
                found.add(Violation.of("doneAt", "referral-done-at"));
            }
            return found;
        }
        return List.of();
    }

    /** An ideographic space is no word either. */
    private static List<Violation> words(String field, String text) {
        return text.isBlank() ? List.of(Violation.of(field, "referral-words")) : List.of();
    }
}
