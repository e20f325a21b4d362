package org.shouwang.protection.violence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.incident.OpenIncidents;

/** Opens a case of violence at home once; repeating it answers the case as it is now. */
@Singleton
class RecordCase {

    private final CaseRepository cases;
    private final CaseChain chain;
    private final CaseAccess access;
    private final Victims victims;
    private final OpenIncidents incidents;
    private final TellOfCase tell;
    private final FindCases find;
    private final Trail trail;
    private final Clock clock;

    RecordCase(
            CaseRepository cases,
            CaseChain chain,
            CaseAccess access,
            Victims victims,
            OpenIncidents incidents,
            TellOfCase tell,
            FindCases find,
            Trail trail,
            Clock clock) {
        this.cases = cases;
        this.chain = chain;
        this.access = access;
        this.victims = victims;
        this.incidents = incidents;
        this.tell = tell;
        this.find = find;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is asked for. */
    private record Asked(UUID id, ViolenceCaseForm form, Caller caller) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** Refused with 422 for an incident whether there is none or it is not open to the caller. */
    Uni<Result<Stored<ViolenceCaseView>>> record(UUID id, ViolenceCaseForm form, Caller caller) {
        return caller.with(Right.VIOLENCE_WRITE)
                .then(able -> Panache.withTransaction(() -> recorded(new Asked(id, form, able)))
                        .chain(result -> result.thenDo(stored -> find.stored(stored, able))));
    }

    private Uni<Result<Stored<ViolenceCase>>> recorded(Asked asked) {
        return cases.locked(asked.id()).chain(found -> found == null ? first(asked) : again(found, asked));
    }

    private Uni<Result<Stored<ViolenceCase>>> again(ViolenceCase found, Asked asked) {
        boolean same = found.createdBy.equals(asked.caller().workerId())
                && RequestHash.of(asked.form()).matches(found.requestHash);
        return access.standing(found, asked.caller())
                .map(standing -> same
                        ? Result.ok(Stored.repeated(found, found))
                        : Result.refused(standing.sees() ? Problem.ID_REUSED : Problem.NOT_FOUND));
    }

    private Uni<Result<Stored<ViolenceCase>>> first(Asked asked) {
        return victims.find(asked.form(), asked.caller())
                .chain(found -> found.then(at -> incident(asked)
                        .chain(incident -> incident.thenDo(known -> write(asked, at, known.orElse(null))))));
    }

    private Uni<Result<Optional<UUID>>> incident(Asked asked) {
        UUID incident = asked.form().incidentId();
        return incident == null
                ? Uni.createFrom().item(Result.ok(Optional.empty()))
                : incidents
                        .openTo(incident, asked.caller())
                        .map(found -> found.isPresent()
                                ? Result.ok(found)
                                : Result.invalid("incidentId", "violence-incident"));
    }

    private Uni<Stored<ViolenceCase>> write(Asked asked, Victims.At at, @Nullable UUID incident) {
        Caller caller = asked.caller();
        Post acting = at.acting();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Birth birth = new Birth(asked.id(), at.area(), RequestHash.of(asked.form()), now, caller.workerId());
        ViolenceCase one = new ViolenceCase(birth, asked.form(), at.household(), acting.appointmentId());
        one.incidentId = incident;
        return cases.write(one)
                .chain(() -> chain.write(one.id, List.of(), Chain.begun(now)))
                .chain(() -> access.give(one, acting.appointmentId(), CaseAccess.How.AUTHOR))
                .chain(() -> tell.lead(one, "violence-case-opened", one.id.toString(), caller.workerId()))
                .chain(() -> trail.changed(caller, acting, "violence.record", one.subject()))
                .replaceWith(() -> Stored.created(one, one));
    }
}
