package org.shouwang.protection.incident;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.protection.incident.IncidentCodes.Discovery;
import org.shouwang.protection.incident.IncidentCodes.Situation;
import org.shouwang.protection.incident.ReportIncident.Report;
import org.shouwang.register.assessment.AssessmentListener;
import org.shouwang.register.assessment.Emergency;
import org.shouwang.register.assessment.EmergencySign;

/** Opens an incident for a child of whom an assessment says that it is in danger, in the assessment's own transaction. */
@Singleton
class EmergencyAssessments implements AssessmentListener {

    private static final int UNATTENDED_BELOW = 8;

    private final OpenIncident open;
    private final ReadReport read;
    private final ObjectMapper json;
    private final Clock clock;

    EmergencyAssessments(OpenIncident open, ReadReport read, ObjectMapper json, Clock clock) {
        this.open = open;
        this.read = read;
        this.json = json;
        this.clock = clock;
    }

    /** What the answers say, read as any other report. */
    @Override
    public Uni<Void> emergency(Emergency emergency, Caller caller, Post acting) {
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
        emergency.signs().forEach(sign -> situations.add(situation(sign, emergency.birthDate(), seenOn)));
        return situations;
    }

    /** The nearest situation, one for the police where it may be a crime; who takes the case says which it is. */
    static Situation situation(EmergencySign sign, @Nullable LocalDate birthDate, LocalDate seenOn) {
        return switch (sign) {
            case VIOLENCE, SELF_HARM -> Situation.A9;
            case MISSING, TRAFFICKING -> Situation.A7;
            case GUARDIAN_LOST -> Situation.B2;
            case UNATTENDED ->
                birthDate != null && Period.between(birthDate, seenOn).getYears() >= UNATTENDED_BELOW
                        ? Situation.B1
                        : Situation.B2;
        };
    }
}
