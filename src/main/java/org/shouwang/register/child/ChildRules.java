package org.shouwang.register.child;

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
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.register.Findings;
import org.shouwang.register.SexCode;

/** What a child's file must be by itself (data dictionary, sections 1 and 9.1). */
final class ChildRules {

    static final int ADULT = 18;

    /** Clocks of phones run ahead a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private ChildRules() {}

    /** @param madeOn the day on which the file is or was begun: who comes of age later keeps it until it is closed */
    static List<Violation> check(ChildForm form, Instant now, LocalDate madeOn) {
        LocalDate today = LocalDays.of(now);
        Findings findings = new Findings(today);
        findings.require(PersonName.allows(form.fullName()), "fullName", "person-name");
        birth(form, today, madeOn, findings);
        document(form, today, findings);
        contact(form, findings);
        findings.moment(form.noticeGivenAt(), "noticeGivenAt");
        Instant notice = form.noticeGivenAt();
        findings.require(notice == null || !notice.isAfter(now.plus(TOLERANCE)), "noticeGivenAt", "not-in-future");
        findings.moment(form.clientTime(), "clientTime");
        ChildForm.Assessment assessment = form.assessment();
        findings.past(assessment == null ? null : assessment.assessedOn(), "assessment.assessedOn");
        findings.addAll(CategoryRules.check(form, today));
        return findings.all();
    }

    private static void birth(ChildForm form, LocalDate today, LocalDate madeOn, Findings findings) {
        LocalDate birthDate = form.birthDate();
        Integer birthYear = form.birthYear();
        findings.require(birthDate != null || birthYear != null, "birthDate", "birth-needed");
        findings.past(birthDate, "birthDate");
        if (birthDate != null) {
            findings.require(ageOn(madeOn, birthDate) < ADULT, "birthDate", "under-age", ADULT);
        }
        if (birthYear != null) {
            findings.require(birthYear <= today.getYear(), "birthYear", "not-in-future");
            findings.require(birthYear >= madeOn.getYear() - ADULT, "birthYear", "under-age", ADULT);
            findings.require(birthDate == null || birthDate.getYear() == birthYear, "birthYear", "as-birth-date");
        }
    }

    /** Somebody can be called, or somebody says that nobody can: silence is no answer. A household has a phone. */
    private static void contact(ChildForm form, Findings findings) {
        String phone = form.contactPhone();
        boolean nobody = Boolean.TRUE.equals(form.noContact());
        findings.require(phone == null || PhoneNumber.parse(phone).isPresent(), "contactPhone", "phone-number");
        boolean said = phone != null || nobody || form.householdId() != null;
        findings.require(said && !(phone != null && nobody), "contactPhone", "contact-or-none");
    }

    /** Whole years on that day; who was born on 29 February is a year older on 1 March. */
    static int ageOn(LocalDate day, LocalDate birthDate) {
        return Period.between(birthDate, day).getYears();
    }

    /** The first day on which somebody is that old. */
    static LocalDate birthday(LocalDate birthDate, int age) {
        LocalDate day = birthDate.plusYears(age);
        return ageOn(day, birthDate) < age ? day.plusDays(1) : day;
    }

    private static void document(ChildForm form, LocalDate today, Findings findings) {
        String text = form.idNumber();
        IdType type = form.idType();
        if (text == null) {
            return;
        }
        if (type == null || type == IdType.NONE) {
            findings.require(false, "idNumber", "absent-without-document");
            return;
        }
        Optional<IdentityDocument> document = IdentityDocument.parse(type, text, today);
        String rule = type == IdType.RESIDENT_ID ? "identity-number" : "document-number";
        findings.require(document.isPresent(), "idNumber", rule);
        document.flatMap(IdentityDocument::identityNumber).ifPresent(number -> agrees(form, number, findings));
    }

    private static void agrees(ChildForm form, IdentityNumber number, Findings findings) {
        LocalDate birthDate = form.birthDate();
        findings.require(birthDate == null || number.birthDate().equals(birthDate), "birthDate", "as-identity-number");
        findings.require(SexCode.in(number) == form.sexCode(), "sexCode", "as-identity-number");
    }
}
