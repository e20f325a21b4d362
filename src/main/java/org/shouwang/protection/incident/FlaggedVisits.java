package org.shouwang.protection.incident;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.incident.IncidentCodes.Discovery;
import org.shouwang.protection.incident.IncidentCodes.Situation;
import org.shouwang.protection.incident.ReportIncident.Report;
import org.shouwang.register.assessment.DangerSeen;
import org.shouwang.visit.RecordedVisit;
import org.shouwang.visit.RecordedVisit.Seen;
import org.shouwang.visit.RedFlag;
import org.shouwang.visit.VisitListener;

/**
 * Opens an incident for each child of whom a visit says that it is in danger, once and in the visit's own transaction. One that
 * speaks of self-harm is CRITICAL from then on, as after an assessment (data dictionary, section 7).
 */
@Singleton
class FlaggedVisits implements VisitListener {

    private final IncidentRepository incidents;
    private final IncidentGrants grants;
    private final OpenIncident open;
    private final KnownDangers dangers;
    private final DangerSeen levels;
    private final ReadReport read;
    private final ObjectMapper json;
    private final Clock clock;

    FlaggedVisits(
            IncidentRepository incidents,
            IncidentGrants grants,
            OpenIncident open,
            KnownDangers dangers,
            DangerSeen levels,
            ReadReport read,
            ObjectMapper json,
            Clock clock) {
        this.incidents = incidents;
        this.grants = grants;
        this.open = open;
        this.dangers = dangers;
        this.levels = levels;
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
        return each(visit, none -> Set.of(), caller, acting);
    }

    /** What is taken back stays an incident until a person has looked. */
    @Override
    public Uni<Void> amended(RecordedVisit before, RecordedVisit now, Caller caller, Post acting) {
        Map<UUID, Set<RedFlag>> said = before.children().stream().collect(Collectors.toMap(Seen::childId, Seen::flags));
        return each(now, child -> said.getOrDefault(child, Set.of()), caller, acting);
    }

    /**
     * Opens what is new and adds to what is known.
     *
     * @param said what the visit said of a child before
     */
    private Uni<Void> each(RecordedVisit visit, Function<UUID, Set<RedFlag>> said, Caller caller, Post acting) {
        List<Seen> flagged = visit.children().stream()
                .filter(child -> !child.flags().isEmpty())
                .toList();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Seen child : flagged) {
            Set<RedFlag> more = new HashSet<>(child.flags());
            more.removeAll(said.apply(child.childId()));
            done = done.chain(() -> incidents.ofVisit(visit.id(), child.childId(), caller.workerId()))
                    .chain(known -> known == null
                            ? opened(report(visit, child, caller), child, acting)
                            : add(known, situations(more), caller, acting).replaceWith(known.id))
                    .chain(incident -> more.contains(RedFlag.SELF_HARM_TALK)
                            ? levels.selfHarm(child.childId(), incident, visit.startedAt(), caller, acting)
                            : Uni.createFrom().voidItem());
        }
        return done;
    }

    private Uni<UUID> opened(Report report, Seen child, Post acting) {
        return open.open(report, child.areaCode(), acting).map(Stored::id);
    }

    /** What a person has put right meanwhile is not said again: only what the visit did not say before is added. */
    private Uni<Void> add(Incident incident, Set<Situation> more, Caller caller, Post acting) {
        return dangers.add(incident, more, caller, acting).chain(() -> grants.showFlags(incident));
    }

    /** What the answers say, read as any other report. */
    private Report report(RecordedVisit visit, Seen child, Caller caller) {
        ObjectNode body = json.createObjectNode()
                .put("discoveredAt", visit.startedAt().toString())
                .put("discovery", Discovery.VISIT.name())
                .put("childId", child.childId().toString())
                .put("visitId", visit.id().toString());
        body.set("situationCodes", json.valueToTree(situations(child.flags())));
        return new Report(Ids.next(), body, read.of(body, clock.instant()), child.areaCode(), caller);
    }

    private static Set<Situation> situations(Set<RedFlag> flags) {
        Set<Situation> situations = new TreeSet<>();
        flags.forEach(flag -> situations.add(NearestSituation.of(flag)));
        return situations;
    }
}
