package org.shouwang.protection.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.incident.IncidentLedger.By;
import org.shouwang.protection.incident.ReadReport.Reading;

/**
 * Takes a report in, whatever it lacks; another body under the same id completes it. Refused is only who may not report at all,
 * and who meets the id of an incident that is not open to them.
 */
@Singleton
class ReportIncident {

    private final ReadReport read;
    private final Areas areas;
    private final IncidentRepository incidents;
    private final IncidentGrants grants;
    private final IncidentLedger ledger;
    private final OpenIncident open;
    private final AmendIncident amend;
    private final Alarms alarms;
    private final FindIncidents find;
    private final FollowUps followUps;
    private final Clock clock;

    ReportIncident(
            ReadReport read,
            Areas areas,
            IncidentRepository incidents,
            IncidentGrants grants,
            IncidentLedger ledger,
            OpenIncident open,
            AmendIncident amend,
            Alarms alarms,
            FindIncidents find,
            FollowUps followUps,
            Clock clock) {
        this.read = read;
        this.areas = areas;
        this.incidents = incidents;
        this.grants = grants;
        this.ledger = ledger;
        this.open = open;
        this.amend = amend;
        this.alarms = alarms;
        this.find = find;
        this.followUps = followUps;
        this.clock = clock;
    }

    /**
     * A report that is to be taken in.
     *
     * @param place where it says that the danger is; null when it does not, or names no such place
     */
    record Report(
            UUID id,
            ObjectNode body,
            Reading reading,
            @Nullable AreaCode place,
            Caller caller) {

        IncidentForm form() {
            return reading.form();
        }

        RequestHash hash() {
            return reading.hash();
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    Uni<Result<Stored<IncidentView>>> report(UUID id, ObjectNode body, Caller caller) {
        return caller.with(Right.INCIDENT_REPORT).then(able -> {
            Reading reading = read.of(body, clock.instant());
            return place(reading.form().areaCode())
                    .map(place -> new Report(id, body, reading, place.orElse(null), able))
                    .chain(report -> Panache.withTransaction(() -> taken(report)))
                    .chain(result -> result.thenDo(stored -> find.stored(stored, able)));
        });
    }

    /** A whole province is no place where somebody could go. */
    private Uni<Optional<AreaCode>> place(@Nullable AreaCode named) {
        return named == null
                ? Uni.createFrom().item(Optional.empty())
                : areas.today(List.of(named)).map(found -> found.values().stream()
                        .filter(place -> place.level().compareTo(AreaLevel.COUNTY) >= 0)
                        .map(Areas.Place::code)
                        .findFirst());
    }

    private Uni<Result<Stored<Incident>>> taken(Report report) {
        return followUps
                .hold(report.id())
                .chain(() -> incidents.knownAs(report.id()))
                .chain(found -> found == null ? first(report) : again(found, report));
    }

    /** Of a danger that the author saw in a visit there may be an incident already: this is the same one under another id. */
    private Uni<Result<Stored<Incident>>> first(Report report) {
        IncidentForm form = report.form();
        return incidents
                .ofVisit(form.visitId(), form.childId(), report.caller().workerId())
                .chain(same -> same == null
                        ? open.open(report).map(Result::ok)
                        : ledger.name(report.id(), same.id).chain(() -> again(same, report)));
    }

    /** Of a case that is closed to its author nothing is changed: what is sent is kept, and whoever sees the case hears of it. */
    private Uni<Result<Stored<Incident>>> again(Incident found, Report report) {
        Caller caller = report.caller();
        return grants.standing(found, caller).chain(standing -> {
            if (!standing.author() && !standing.sees()) {
                return Uni.createFrom().item(Result.refused(Problem.NOT_FOUND));
            }
            Post acting = Reporting.post(caller, found.areaCode);
            By by = new By(caller.workerId(), acting.appointmentId());
            return ledger.wasSent(found.id, report.hash(), caller.workerId())
                    .chain(sent -> sent
                            ? Uni.createFrom().voidItem()
                            : ledger.keep(found.id, report.body(), report.hash(), by)
                                    .chain(() ->
                                            standing.sees() ? amend.amend(found, report, acting) : alarms.added(found)))
                    .replaceWith(() -> Result.ok(Stored.repeated(found, found)));
        });
    }
}
