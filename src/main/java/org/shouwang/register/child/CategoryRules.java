package org.shouwang.register.child;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;
import org.shouwang.register.Findings;

/** Which categories a village may claim for a child (data dictionary, section 2). */
final class CategoryRules {

    /** 国发〔2016〕13号: a left-behind child is younger than 16. */
    static final int LEFT_BEHIND_UNDER = 16;

    private CategoryRules() {}

    static List<Violation> check(ChildForm form, LocalDate today) {
        Findings findings = new Findings(today);
        Set<UUID> ids = new HashSet<>();
        Set<CategoryCode> codes = EnumSet.noneOf(CategoryCode.class);
        Subject child = new Subject(form.birthDate(), form.ruralHukou());
        for (int i = 0; i < form.claims().size(); i++) {
            ChildForm.Category claim = form.claims().get(i);
            String at = "categories[" + i + "].";
            findings.require(ids.add(claim.id()), at + "id", "no-repeat");
            findings.require(codes.add(claim.categoryCode()), at + "categoryCode", "no-overlap");
            claim(child, claim, at, findings);
        }
        return findings.all();
    }

    /** Whether a claim would stand beside another of the same code. */
    static boolean overlaps(List<ChildCategory> others, ChildForm.Category claim) {
        return others.stream()
                .filter(other -> other.categoryCode == claim.categoryCode() && other.status != CategoryStatus.REJECTED)
                .anyMatch(other -> other.endDate == null || other.endDate.isAfter(claim.startDate()));
    }

    /** Of whom a category is claimed, as far as it is known. */
    record Subject(@Nullable LocalDate birthDate, @Nullable Boolean ruralHukou) {}

    /** What one claim must be; what is not known of the child yet breaks no rule. */
    static void claim(Subject child, ChildForm.Category claim, String at, Findings findings) {
        CategoryCode code = claim.categoryCode();
        LocalDate startDate = claim.startDate();
        String text = claim.otherText();
        boolean said = text != null && !text.isBlank();
        findings.require(said == (code == CategoryCode.OTHER_LOCAL), at + "otherText", "other-text");
        findings.past(startDate, at + "startDate");
        LocalDate birthDate = child.birthDate();
        findings.require(birthDate == null || !startDate.isBefore(birthDate), at + "startDate", "not-before-birth");
        OptionalInt endsAt = code.endsAtAge();
        if (birthDate != null && endsAt.isPresent()) {
            boolean young = ChildRules.ageOn(startDate, birthDate) < endsAt.getAsInt();
            findings.require(young, at + "startDate", "under-age", endsAt.getAsInt());
        }
        if (code == CategoryCode.LEFT_BEHIND) {
            findings.require(!Boolean.FALSE.equals(child.ruralHukou()), at + "categoryCode", "rural-hukou");
        }
    }
}
