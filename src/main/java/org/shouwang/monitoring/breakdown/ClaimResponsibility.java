package org.shouwang.monitoring.breakdown;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.evidence.AttachEvidence;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;

/** The liaison of a unit says that it answers for an indicator (认领); repeating it changes nothing. */
@Singleton
class ClaimResponsibility {

    private final Units units;
    private final ResponsibilityRows rows;
    private final AttachEvidence evidence;
    private final TrailRows trail;
    private final Pool pool;

    ClaimResponsibility(Units units, ResponsibilityRows rows, AttachEvidence evidence, TrailRows trail, Pool pool) {
        this.units = units;
        this.rows = rows;
        this.evidence = evidence;
        this.trail = trail;
        this.pool = pool;
    }

    Uni<Result<ResponsibilityView>> claim(UUID id, ClaimForm form, Caller caller) {
        return caller.with(Right.UNIT_REPORT_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.map(line -> units.speaking(transaction, line.unitId(), caller)
                                        .map(speaker -> speaker.flatMap(
                                                post -> decide(line, form).map(claimed -> post)))
                                        .chain(claimer ->
                                                claimer.then(post -> claimed(transaction, line, form, caller, post))))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    /** Whether it may be claimed, or was by the same act. */
    private static Result<Responsibility> decide(Responsibility line, ClaimForm form) {
        if (form.id().equals(line.claimId())) {
            return Objects.equals(form.measures(), line.claimedMeasures())
                            && Objects.equals(form.signedFileId(), line.signedFileId())
                    ? Result.ok(line)
                    : Result.refused(Problem.ID_REUSED);
        }
        return line.claimedAt() != null || line.withdrawnAt() != null
                ? Result.refused(Problem.STATE_CONFLICT)
                : Result.ok(line);
    }

    private Uni<Result<ResponsibilityView>> claimed(
            SqlClient transaction, Responsibility line, ClaimForm form, Caller caller, Post post) {
        if (line.claimedAt() != null) {
            return Uni.createFrom().item(Result.ok(ResponsibilityView.of(line)));
        }
        return rows.isUsed(transaction, form.id())
                .chain(used -> used
                        ? Uni.createFrom().item(Result.<Post>refused(Problem.ID_REUSED))
                        : evidence.check(transaction, "signedFileId", signed(form), line.unitId())
                                .map(found -> Result.unless(found, post)))
                .chain(able -> able.thenDo(claimer -> write(transaction, line, form, caller, claimer)));
    }

    private static @Nullable List<UUID> signed(ClaimForm form) {
        UUID file = form.signedFileId();
        return file == null ? null : List.of(file);
    }

    private Uni<ResponsibilityView> write(
            SqlClient transaction, Responsibility line, ClaimForm form, Caller caller, Post post) {
        Subject subject = new Subject(IssueResponsibility.SUBJECT, line.id(), line.area());
        return evidence.attach(transaction, signed(form))
                .chain(() -> rows.claim(transaction, line.id(), form, caller.workerId()))
                .chain(() ->
                        trail.changed(transaction, caller.workerId(), post, "responsibility.claim", List.of(subject)))
                .chain(() -> rows.find(transaction, line.id()))
                .map(Optional::orElseThrow)
                .map(ResponsibilityView::of);
    }
}
