package org.shouwang.protection.incident;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.protection.incident.IncidentCodes.Discovery;
import org.shouwang.protection.incident.IncidentCodes.Situation;
import org.shouwang.protection.incident.ReportIncident.Report;
import org.shouwang.register.assessment.AssessmentListener;
import org.shouwang.register.assessment.Emergency;

/**
 * Opens an incident for a child of whom an assessment says that it is in danger, or adds to the one that goes on, in the
 * assessment's own transaction.
 */
@Singleton
class EmergencyAssessments implements AssessmentListener {

    private final OpenIncident open;
    private final KnownDangers known;
    private final IncidentLedger ledger;
    private final ReadReport read;
    private final ObjectMapper json;
    private final Clock clock;

    EmergencyAssessments(
            OpenIncident open,
            KnownDangers known,
            IncidentLedger ledger,
            ReadReport read,
            ObjectMapper json,
            Clock clock) {
        this.open = open;
        this.known = known;
        this.ledger = ledger;
        this.read = read;
        this.json = json;
        this.clock = clock;
    }

    /** The incident that goes on is also known under the id with which the assessor is answered. */
    @Override
    public Uni<Void> emergency(Emergency emergency, Caller caller, Post acting) {
        return known.openOf(emergency.childId(), caller)
                .chain(found -> found.isEmpty()
                        ? opened(emergency, caller, acting)
                        : ledger.name(emergency.incidentId(), found.get().id)
                                .chain(() -> known.goesOn(found.get(), situations(emergency), caller, acting)));
    }

    /** What the answers say, read as any other report. */
    private Uni<Void> opened(Emergency emergency, Caller caller, Post acting) {
        ObjectNode body = json.createObjectNode()
                .put("discoveredAt", emergency.discoveredAt().toString())
                .put("discovery", Discovery.OTHER.name())
                .put("childId", emergency.childId().toString());
        body.set("situationCodes", json.valueToTree(situations(emergency)));
        Report report =
                new Report(emergency.incidentId(), body, read.of(body, clock.instant()), emergency.areaCode(), caller);
        return open.open(report, emergency.areaCode(), acting).replaceWithVoid();
    }

    private static Set<Situation> situations(Emergency emergency) {
        LocalDate seenOn = LocalDays.of(emergency.discoveredAt());
        Set<Situation> situations = new TreeSet<>();
        emergency.signs().forEach(sign -> situations.add(NearestSituation.of(sign, emergency.birthDate(), seenOn)));
        return situations;
    }
}
