package org.shouwang.protection.violence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;

/** A warning letter as it is kept. */
record WarningLetter(
        UUID id,
        UUID caseId,
        @Nullable String letterNo,
        LocalDate issuedOn,
        @Nullable LocalDate villageNotifiedOn,
        boolean mistaken) {

    /**
     * What is said, over what was known before.
     *
     * @param before null for one that is new
     */
    static WarningLetter of(UUID id, UUID caseId, WarningLetterForm form, @Nullable WarningLetter before) {
        String number = before == null ? null : before.letterNo;
        LocalDate notified = before == null ? null : before.villageNotifiedOn;
        return new WarningLetter(
                id,
                caseId,
                form.letterNo() == null ? number : form.letterNo(),
                form.issuedOn(),
                form.villageNotifiedOn() == null ? notified : form.villageNotifiedOn(),
                form.mistaken() == null ? before != null && before.mistaken : form.mistaken());
    }

    /** What cannot be, of the days of one letter. */
    List<Violation> violations(LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (issuedOn.isAfter(today)) {
            found.add(Violation.of("issuedOn", "not-in-future"));
        }
        if (issuedOn.isBefore(OrderDates.LAW_IN_FORCE)) {
            found.add(Violation.of("issuedOn", "before-the-law"));
        }
        if (villageNotifiedOn != null && villageNotifiedOn.isAfter(today)) {
            found.add(Violation.of("villageNotifiedOn", "not-in-future"));
        }
        if (villageNotifiedOn != null && villageNotifiedOn.isBefore(issuedOn)) {
            found.add(Violation.of("villageNotifiedOn", "letter-days"));
        }
        return found;
    }

    @Override
    public String toString() {
        return "***";
    }
}
