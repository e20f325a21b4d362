package org.shouwang.visit.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.problem.Violation;
import org.shouwang.register.child.ChildFacts;

/** What makes a contact believable, and what it may ask for. */
final class ContactRules {

    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    /** As of visits: a phone may have kept it that long without a network. */
    static final int OLDEST_DAYS = 90;

    private ContactRules() {}

    /** Everything that is wrong with a contact about these children. */
    static List<Violation> check(ContactForm form, Collection<ChildFacts> children, Instant now) {
        List<Violation> violations = new ArrayList<>();
        if (form.contactedAt().isAfter(now.plus(CLOCK_TOLERANCE))) {
            violations.add(Violation.of("contactedAt", "contact-in-future", CLOCK_TOLERANCE.toMinutes()));
        }
        if (form.contactedAt().isBefore(oldest(now))) {
            violations.add(Violation.of("contactedAt", "contact-too-old", OLDEST_DAYS));
        }
        if (form.needsVisit()
                && children.stream().anyMatch(child -> !child.fileStatus().isOpen())) {
            violations.add(Violation.of("needsVisit", "contact-file-closed"));
        }
        return violations;
    }

    private static Instant oldest(Instant now) {
        return LocalDays.at(LocalDays.of(now).minusDays(OLDEST_DAYS), LocalTime.MIDNIGHT);
    }
}
