package org.shouwang.register;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.problem.Violation;

/** Who may stand for what beside a child (data dictionary, section 3.2: the fields that hold per child). */
final class CaregiverRules {

    private CaregiverRules() {}

    /** Judges the links of a child to the members of its household, each with whether it is known to be away. */
    static List<Violation> check(List<ChildForm.Link> links, Map<UUID, Boolean> awayByMember, LocalDate today) {
        Findings findings = new Findings(today);
        Set<UUID> linked = new HashSet<>();
        for (int i = 0; i < links.size(); i++) {
            ChildForm.Link link = links.get(i);
            String at = "members[" + i + "].";
            Boolean away = awayByMember.get(link.memberId());
            findings.require(linked.add(link.memberId()), at + "memberId", "no-repeat");
            findings.require(away != null, at + "memberId", "household-member");
            boolean parentAway = link.relationCode().isParent() && Boolean.TRUE.equals(away);
            findings.require(!parentAway || link.contactFreq() != null, at + "contactFreq", "needed-when-away");
            findings.past(link.lastReunionOn(), at + "lastReunionOn");
        }
        long caregivers =
                links.stream().filter(ChildForm.Link::isPrimaryCaregiver).count();
        findings.require(caregivers <= 1, "members", "one-caregiver");
        findings.require(count(links, RelationCode.FATHER) <= 1, "members", "one-father");
        findings.require(count(links, RelationCode.MOTHER) <= 1, "members", "one-mother");
        return findings.all();
    }

    private static long count(List<ChildForm.Link> links, RelationCode relation) {
        return links.stream().filter(link -> link.relationCode() == relation).count();
    }
}
