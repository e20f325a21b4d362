package org.shouwang.visit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.RiskLevel;

/**
 * What other rooms learn of a visit.
 *
 * @param areaCode village of the household when the visit was recorded
 * @param startedAt when the visit began, which may be days before it was recorded; where the phone could not tell, when it
 *     was received
 * @param children every child the visitor answered for, seen or not; empty for a visit to a woman
 */
public record RecordedVisit(
        UUID id,
        UUID householdId,
        AreaCode areaCode,
        VisitMethod method,
        VisitOutcome outcome,
        Instant startedAt,
        List<Seen> children) {

    public RecordedVisit {
        children = List.copyOf(children);
    }

    /**
     * What is told of a visit.
     *
     * @param facts of each of its children
     */
    static RecordedVisit of(StoredVisit stored, Map<UUID, ChildFacts> facts) {
        Visit visit = stored.visit();
        List<Seen> seen = stored.children().stream()
                .map(child -> Seen.of(child, Objects.requireNonNull(facts.get(child.childId))))
                .toList();
        return new RecordedVisit(
                visit.id, visit.householdId, visit.areaCode, visit.method, visit.outcome, visit.happenedAt(), seen);
    }

    /** The same visit, had all its children been of this level. */
    public RecordedVisit atLevel(RiskLevel level) {
        List<Seen> others = children.stream()
                .map(child -> new Seen(child.childId, child.met, level, child.areaCode, child.flags))
                .toList();
        return new RecordedVisit(id, householdId, areaCode, method, outcome, startedAt, others);
    }

    /**
     * One child of the visit.
     *
     * @param met whether the visitor saw this child
     * @param level the child's risk level now
     * @param areaCode village where the child lives now
     * @param flags what the answers say of danger to this child
     */
    public record Seen(UUID childId, boolean met, RiskLevel level, AreaCode areaCode, Set<RedFlag> flags) {

        public Seen {
            flags = Set.copyOf(flags);
        }

        /** A child of whom nothing alarming was said. */
        public Seen(UUID childId, boolean met, RiskLevel level, AreaCode areaCode) {
            this(childId, met, level, areaCode, Set.of());
        }

        private static Seen of(VisitChild child, ChildFacts facts) {
            return new Seen(child.childId, child.met, facts.riskLevel(), facts.areaCode(), RedFlag.of(child));
        }
    }
}
