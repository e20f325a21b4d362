package org.shouwang.register;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.PersonName;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.secret.IdentityNumber;

/** What a child's file must be by itself (data dictionary, sections 1 and 9.1). */
final class ChildRules {

    static final int ADULT = 18;

    /** Clocks of phones run ahead a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private ChildRules() {}

    static List<Violation> check(ChildForm form, Instant now) {
        LocalDate today = LocalDays.of(now);
        Findings findings = new Findings(today);
        findings.require(PersonName.allows(form.fullName()), "fullName", "person-name");
        findings.past(form.birthDate(), "birthDate");
        findings.require(ageOn(today, form.birthDate()) < ADULT, "birthDate", "under-age", ADULT);
        document(form, today, findings);
        findings.require(
                !form.hukouRegistered() || form.hukouAreaCode() != null, "hukouAreaCode", "needed-when-registered");
        findings.moment(form.noticeGivenAt(), "noticeGivenAt");
        findings.require(!form.noticeGivenAt().isAfter(now.plus(TOLERANCE)), "noticeGivenAt", "not-in-future");
        findings.moment(form.clientTime(), "clientTime");
        findings.past(form.assessment().assessedOn(), "assessment.assessedOn");
        findings.addAll(CategoryRules.check(form, today));
        return findings.all();
    }

    /** Whole years on that day; who was born on 29 February is a year older on 1 March. */
    static int ageOn(LocalDate day, LocalDate birthDate) {
        return Period.between(birthDate, day).getYears();
    }

    private static void document(ChildForm form, LocalDate today, Findings findings) {
        String text = form.idNumber();
        if (form.idType() == IdType.NONE) {
            findings.require(text == null, "idNumber", "absent-without-document");
            return;
        }
        findings.require(text != null, "idNumber", "needed-with-document");
        if (text != null) {
            Optional<IdentityDocument> document = IdentityDocument.parse(form.idType(), text, today);
            String rule = form.idType() == IdType.RESIDENT_ID ? "identity-number" : "document-number";
            findings.require(document.isPresent(), "idNumber", rule);
            document.flatMap(IdentityDocument::identityNumber).ifPresent(number -> agrees(form, number, findings));
        }
    }

    private static void agrees(ChildForm form, IdentityNumber number, Findings findings) {
        findings.require(number.birthDate().equals(form.birthDate()), "birthDate", "as-identity-number");
        findings.require(SexCode.in(number) == form.sexCode(), "sexCode", "as-identity-number");
    }
}
