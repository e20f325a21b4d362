package org.shouwang.register;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.problem.Violation;

/** Which categories a village may claim for a child (data dictionary, section 2). */
final class CategoryRules {

    /** 国发〔2016〕13号: a left-behind child is younger than 16. */
    static final int LEFT_BEHIND_UNDER = 16;

    private CategoryRules() {}

    static List<Violation> check(ChildForm form, LocalDate today) {
        Findings findings = new Findings(today);
        Set<UUID> ids = new HashSet<>();
        Set<CategoryCode> codes = EnumSet.noneOf(CategoryCode.class);
        for (int i = 0; i < form.categories().size(); i++) {
            ChildForm.Category claim = form.categories().get(i);
            String at = "categories[" + i + "].";
            findings.require(ids.add(claim.id()), at + "id", "no-repeat");
            findings.require(codes.add(claim.categoryCode()), at + "categoryCode", "no-overlap");
            findings.past(claim.startDate(), at + "startDate");
            findings.require(!claim.startDate().isBefore(form.birthDate()), at + "startDate", "not-before-birth");
            if (claim.categoryCode() == CategoryCode.LEFT_BEHIND) {
                leftBehind(form, claim, at, findings);
            }
        }
        return findings.all();
    }

    private static void leftBehind(ChildForm form, ChildForm.Category claim, String at, Findings findings) {
        boolean young = ChildRules.ageOn(claim.startDate(), form.birthDate()) < LEFT_BEHIND_UNDER;
        findings.require(young, at + "startDate", "under-age", LEFT_BEHIND_UNDER);
        findings.require(form.ruralHukou(), at + "categoryCode", "rural-hukou");
    }
}
