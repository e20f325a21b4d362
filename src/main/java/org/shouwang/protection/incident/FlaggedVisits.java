package org.shouwang.protection.incident;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.protection.incident.IncidentCodes.Discovery;
import org.shouwang.protection.incident.IncidentCodes.Situation;
import org.shouwang.protection.incident.ReportIncident.Report;
import org.shouwang.visit.RecordedVisit;
import org.shouwang.visit.RecordedVisit.Seen;
import org.shouwang.visit.RedFlag;
import org.shouwang.visit.VisitListener;

/** Opens an incident for each child of whom a visit says that it is in danger, once and in the visit's own transaction. */
@Singleton
class FlaggedVisits implements VisitListener {

    private final IncidentRepository incidents;
    private final IncidentGrants grants;
    private final OpenIncident open;
    private final ReadReport read;
    private final ObjectMapper json;
    private final Clock clock;

    FlaggedVisits(
            IncidentRepository incidents,
            IncidentGrants grants,
            OpenIncident open,
            ReadReport read,
            ObjectMapper json,
            Clock clock) {
        this.incidents = incidents;
        this.grants = grants;
        this.open = open;
        this.read = read;
        this.json = json;
        this.clock = clock;
    }

    /** After the tasks: a visit never ends the one that its own answers ask for. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public Uni<Void> recorded(RecordedVisit visit, Caller caller, Post acting) {
        return each(flagged(visit).toList(), visit, caller, acting);
    }

    /** What is taken back stays an incident until a person has looked. */
    @Override
    public Uni<Void> amended(RecordedVisit before, RecordedVisit now, Caller caller, Post acting) {
        return each(flagged(now).toList(), now, caller, acting);
    }

    private static Stream<Seen> flagged(RecordedVisit visit) {
        return visit.children().stream().filter(child -> !child.flags().isEmpty());
    }

    private Uni<Void> each(List<Seen> flagged, RecordedVisit visit, Caller caller, Post acting) {
        Uni<Void> opened = Uni.createFrom().voidItem();
        for (Seen child : flagged) {
            opened = opened.chain(() -> incidents.ofVisit(visit.id(), child.childId(), caller.workerId()))
                    .chain(known -> known == null
                            ? open.open(report(visit, child, caller), child.areaCode(), acting)
                                    .replaceWithVoid()
                            : grants.showFlags(known));
        }
        return opened;
    }

    /** What the answers say, read as any other report. */
    private Report report(RecordedVisit visit, Seen child, Caller caller) {
        ObjectNode body = json.createObjectNode()
                .put("discoveredAt", visit.startedAt().toString())
                .put("discovery", Discovery.VISIT.name())
                .put("childId", child.childId().toString())
                .put("visitId", visit.id().toString());
        body.set("situationCodes", json.valueToTree(situations(child.flags())));
        return report(body, child.areaCode(), caller);
    }

    private Report report(ObjectNode body, @Nullable AreaCode place, Caller caller) {
        RequestHash hash = RequestHash.of(json.convertValue(body, TreeMap.class));
        return new Report(Ids.next(), body, read.of(body, clock.instant()), hash, place, caller);
    }

    private static Set<Situation> situations(Set<RedFlag> flags) {
        Set<Situation> situations = new TreeSet<>();
        flags.forEach(flag -> situations.add(situation(flag)));
        return situations;
    }

    /** The nearest situation; who takes the case says which it is. */
    private static Situation situation(RedFlag flag) {
        return switch (flag) {
            case SUSPICIOUS_INJURY -> Situation.B4;
            case U8_UNATTENDED -> Situation.B2;
            case U16_LIVING_ALONE -> Situation.B1;
            case SELF_HARM_TALK -> Situation.A9;
            case RUNAWAY -> Situation.A7;
        };
    }
}
