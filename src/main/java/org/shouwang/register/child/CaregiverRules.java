package org.shouwang.register.child;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;
import org.shouwang.register.Findings;

/**
 * Who may stand for what beside a child (data dictionary, section 3.2: the fields that hold per child). What a file says already
 * is judged no more: a child may have left those whom it names behind, and its parents stay its parents.
 */
final class CaregiverRules {

    private CaregiverRules() {}

    /**
     * Somebody whom a file may name.
     *
     * @param atHome whether it is a member of the child's household of today
     * @param away whether it is known to live elsewhere
     */
    record Relative(boolean atHome, boolean away) {}

    /**
     * Judges the links of a child that are new or read otherwise than before.
     *
     * @param stored what the file says now
     * @param relatives the members of the child's household, and whoever is linked to the child already
     */
    static List<Violation> check(
            List<ChildForm.Link> links, List<ChildForm.Link> stored, Map<UUID, Relative> relatives, LocalDate today) {
        Findings findings = new Findings(today);
        Map<UUID, ChildForm.Link> before =
                stored.stream().collect(Collectors.toMap(ChildForm.Link::memberId, Function.identity()));
        Set<UUID> linked = new HashSet<>();
        for (int i = 0; i < links.size(); i++) {
            ChildForm.Link link = links.get(i);
            String at = "members[" + i + "].";
            ChildForm.Link old = before.get(link.memberId());
            findings.require(linked.add(link.memberId()), at + "memberId", "no-repeat");
            if (!link.equals(old)) {
                changed(link, old, relatives.get(link.memberId()), at, findings);
            }
        }
        long caregivers =
                links.stream().filter(ChildForm.Link::isPrimaryCaregiver).count();
        findings.require(caregivers <= 1, "members", "one-caregiver");
        findings.require(count(links, RelationCode.FATHER) <= 1, "members", "one-father");
        findings.require(count(links, RelationCode.MOTHER) <= 1, "members", "one-mother");
        return findings.all();
    }

    private static void changed(
            ChildForm.Link link,
            ChildForm.@Nullable Link old,
            @Nullable Relative relative,
            String at,
            Findings findings) {
        findings.require(mayStand(link, old, relative), at + "memberId", "household-member");
        boolean parentAway = link.relationCode().isParent() && relative != null && relative.away();
        findings.require(!parentAway || link.contactFreq() != null, at + "contactFreq", "needed-when-away");
        findings.past(link.lastReunionOn(), at + "lastReunionOn");
    }

    /** Of whoever lives elsewhere the file may say something new, but not that it cares for the child from now on. */
    private static boolean mayStand(ChildForm.Link link, ChildForm.@Nullable Link old, @Nullable Relative relative) {
        if (relative == null) {
            return false;
        }
        return relative.atHome() || (old != null && (old.isPrimaryCaregiver() || !link.isPrimaryCaregiver()));
    }

    private static long count(List<ChildForm.Link> links, RelationCode relation) {
        return links.stream().filter(link -> link.relationCode() == relation).count();
    }
}
