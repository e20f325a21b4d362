package org.shouwang.monitoring.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.unit.Unit;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;

/** Declares a file that is to be sent; repeating it answers the file as it is now. */
@Singleton
class DeclareEvidence {

    static final String SUBJECT = "EVIDENCE_FILE";

    private final Units units;
    private final EvidenceSenders senders;
    private final EvidenceRows rows;
    private final TrailRows trail;
    private final EvidenceConfig config;
    private final Pool pool;
    private final Clock clock;

    DeclareEvidence(
            Units units,
            EvidenceSenders senders,
            EvidenceRows rows,
            TrailRows trail,
            EvidenceConfig config,
            Pool pool,
            Clock clock) {
        this.units = units;
        this.senders = senders;
        this.rows = rows;
        this.trail = trail;
        this.config = config;
        this.pool = pool;
        this.clock = clock;
    }

    /** Refused with 422 beyond the limit of the unit in the year. */
    Uni<Result<Stored<EvidenceView>>> declare(UUID id, EvidenceForm form, Caller caller) {
        return EvidenceSenders.able(caller)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.isPresent()
                                ? repeat(transaction, found.get(), form, caller)
                                : made(transaction, id, form, caller)))));
    }

    private Uni<Result<Stored<EvidenceView>>> repeat(
            SqlClient transaction, EvidenceFile found, EvidenceForm form, Caller caller) {
        return senders.post(transaction, found.unitId(), found.area(), caller).map(sender -> Known.decide(
                        sender instanceof Result.Ok<Post>,
                        RequestHash.of(form).matches(found.requestHash().getBytes()),
                        caller.workerId().equals(found.createdBy()))
                .map(known -> new Stored<>(
                        found.id(), found.version(), false, known == Known.REPEATED ? EvidenceView.of(found) : null)));
    }

    private Uni<Result<Stored<EvidenceView>>> made(SqlClient transaction, UUID id, EvidenceForm form, Caller caller) {
        return units.find(transaction, form.unitId())
                .chain(found -> found.map(unit -> senders.post(transaction, unit.id(), unit.area(), caller)
                                .chain(sender -> sender.then(post -> room(transaction, form)
                                        .chain(able -> able.thenDo(
                                                fits -> insert(transaction, id, form, unit, caller, post))))))
                        .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))));
    }

    private Uni<Result<EvidenceForm>> room(SqlClient transaction, EvidenceForm form) {
        long limit = config.unitYearLimit().asLongValue();
        return rows.used(transaction, form.unitId(), LocalDays.today(clock).getYear())
                .map(used -> used + form.size() <= limit
                        ? Result.ok(form)
                        : Result.invalid("size", "evidence-limit", limit / Parts.PART, used / Parts.PART));
    }

    private Uni<Stored<EvidenceView>> insert(
            SqlClient transaction, UUID id, EvidenceForm form, Unit unit, Caller caller, Post post) {
        Subject subject = new Subject(SUBJECT, id, unit.area());
        return rows.insert(transaction, id, form, caller.workerId())
                .chain(() ->
                        trail.changed(transaction, caller.workerId(), post, "evidence-file.declare", List.of(subject)))
                .chain(() -> rows.find(transaction, id))
                .map(Optional::orElseThrow)
                .map(stored -> new Stored<>(id, stored.version(), true, EvidenceView.of(stored)));
    }
}
