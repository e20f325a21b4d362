package org.shouwang.protection.incident;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.protection.incident.IncidentCodes.Situation;
import org.shouwang.protection.incident.ReportIncident.Report;

/** Adds to an incident that is known what is seen of the same child later, in the session of a use case. */
@Singleton
class KnownDangers {

    private final IncidentRepository incidents;
    private final IncidentGrants grants;
    private final AmendIncident amend;
    private final Alarms alarms;
    private final ReadReport read;
    private final ObjectMapper json;
    private final Clock clock;

    KnownDangers(
            IncidentRepository incidents,
            IncidentGrants grants,
            AmendIncident amend,
            Alarms alarms,
            ReadReport read,
            ObjectMapper json,
            Clock clock) {
        this.incidents = incidents;
        this.grants = grants;
        this.amend = amend;
        this.alarms = alarms;
        this.read = read;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The last incident of the child in which nobody has brought it to safety yet and which is open to the caller, held until the
     * transaction ends. After that, danger is another incident, with its own hours. To one who does not see it there is none: what
     * they tell of opens another, and neither says anything of the first.
     */
    Uni<Optional<Incident>> openOf(UUID child, Caller caller) {
        return incidents.openOf(child).chain(found -> firstSeen(found, caller));
    }

    private Uni<Optional<Incident>> firstSeen(List<UUID> found, Caller caller) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return incidents
                .locked(found.get(0))
                .chain(incident -> incident == null || incident.stage.isHandled()
                        ? Uni.createFrom().item(Optional.<Incident>empty())
                        : grants.standing(incident, caller)
                                .map(standing -> Optional.of(incident).filter(open -> standing.sees())))
                .chain(seen -> seen.isPresent()
                        ? Uni.createFrom().item(seen)
                        : firstSeen(found.subList(1, found.size()), caller));
    }

    /** Situations of which nobody has spoken yet; nothing where all are known. */
    Uni<Void> add(Incident incident, Set<Situation> more, Caller caller, Post acting) {
        Set<String> known = Known.of(incident).situations();
        return more.stream().map(Enum::name).allMatch(known::contains)
                ? Uni.createFrom().voidItem()
                : said(incident, body(incident, more), caller, acting);
    }

    /** The same of danger that goes on: it was seen anew, so whoever sees the incident is alarmed, whatever is known already. */
    Uni<Void> goesOn(Incident incident, Set<Situation> more, Caller caller, Post acting) {
        return said(incident, body(incident, more).put("ongoingDanger", true), caller, acting)
                .chain(() -> alarms.danger(incident, caller.workerId()));
    }

    private ObjectNode body(Incident incident, Set<Situation> more) {
        Set<String> all = new TreeSet<>(Known.of(incident).situations());
        more.forEach(situation -> all.add(situation.name()));
        ObjectNode body = json.createObjectNode();
        body.set("situationCodes", json.valueToTree(all));
        return body;
    }

    private Uni<Void> said(Incident incident, ObjectNode body, Caller caller, Post acting) {
        Report report = new Report(Ids.next(), body, read.of(body, clock.instant()), null, caller);
        return amend.amend(incident, report, acting);
    }
}
