package org.shouwang.register.household;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.PersonName;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.secret.IdentityNumber;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.register.Findings;

/** What a household and its members must be (data dictionary, section 3). */
final class HouseholdRules {

    private HouseholdRules() {}

    static List<Violation> check(HouseholdForm form, LocalDate today) {
        return check(form, PhoneNumber.parse(form.phone()).isPresent(), today);
    }

    /** An edit; the phone that nobody knew when a move made the household may go on missing. */
    static List<Violation> checkEdit(HouseholdForm before, HouseholdForm after, LocalDate today) {
        boolean same = after.phone().equals(before.phone());
        return check(after, same || PhoneNumber.parse(after.phone()).isPresent(), today);
    }

    private static List<Violation> check(HouseholdForm form, boolean canBeCalled, LocalDate today) {
        Findings findings = new Findings(today);
        findings.require(canBeCalled, "phone", "phone-number");
        findings.moment(form.clientTime(), "clientTime");
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < form.members().size(); i++) {
            HouseholdForm.Member member = form.members().get(i);
            String at = "members[" + i + "].";
            findings.require(ids.add(member.id()), at + "id", "no-repeat");
            person(member, at, today, findings);
            guardianship(member, at, findings);
            work(member, at, findings);
        }
        return findings.all();
    }

    private static void person(HouseholdForm.Member member, String at, LocalDate today, Findings findings) {
        findings.require(PersonName.allows(member.fullName()), at + "fullName", "person-name");
        findings.past(member.birthDate(), at + "birthDate");
        String idNumber = member.idNumber();
        findings.require(
                idNumber == null || IdentityNumber.parse(idNumber, today).isPresent(),
                at + "idNumber",
                "identity-number");
        String phone = member.phone();
        findings.require(phone == null || PhoneNumber.parse(phone).isPresent(), at + "phone", "phone-number");
    }

    private static void guardianship(HouseholdForm.Member member, String at, Findings findings) {
        findings.require(
                member.guardianshipAbility() != GuardianshipAbility.NONE || member.guardianshipAbilityReason() != null,
                at + "guardianshipAbilityReason",
                "needed-without-ability");
    }

    private static void work(HouseholdForm.Member member, String at, Findings findings) {
        findings.past(member.awaySince(), at + "awaySince");
        if (Boolean.TRUE.equals(member.isAway()) && member.vitalStatus() == VitalStatus.ALIVE) {
            findings.require(member.workPlaceCode() != null, at + "workPlaceCode", "needed-when-away");
            findings.require(member.workPlaceText() != null, at + "workPlaceText", "needed-when-away");
            findings.require(member.awaySince() != null, at + "awaySince", "needed-when-away");
        }
    }
}
