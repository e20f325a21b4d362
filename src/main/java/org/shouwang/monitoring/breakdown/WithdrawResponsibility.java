package org.shouwang.monitoring.breakdown;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;

/** Takes back a line that was issued by mistake; it stays readable. Repeating it changes nothing. */
@Singleton
class WithdrawResponsibility {

    private final ResponsibilityRows rows;
    private final TrailRows trail;
    private final Pool pool;

    WithdrawResponsibility(ResponsibilityRows rows, TrailRows trail, Pool pool) {
        this.rows = rows;
        this.trail = trail;
        this.pool = pool;
    }

    Uni<Result<ResponsibilityView>> withdraw(UUID id, WithdrawalForm form, Caller caller) {
        return caller.with(Right.MONITORING_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.locked(transaction, id)
                        .chain(found -> found.map(line -> withdrawn(transaction, line, form, caller))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    private Uni<Result<ResponsibilityView>> withdrawn(
            SqlClient transaction, Responsibility line, WithdrawalForm form, Caller caller) {
        return caller.acting(Right.MONITORING_WRITE, line.area())
                .flatMap(post -> decide(line, form).map(open -> post))
                .then(post -> line.withdrawnAt() != null
                        ? Uni.createFrom().item(Result.ok(ResponsibilityView.of(line)))
                        : rows.beside(transaction, line.area(), line.indicatorCode(), line.year())
                                .chain(beside -> rows.isUsed(transaction, form.id())
                                        .map(used -> used
                                                ? Result.<Post>refused(Problem.ID_REUSED)
                                                : Result.unless(ResponsibilityRules.withdrawal(line, beside), post)))
                                .chain(able -> able.thenDo(free -> write(transaction, line, form, caller, post))));
    }

    /** Whether it may be withdrawn, or was by the same act. */
    private static Result<Responsibility> decide(Responsibility line, WithdrawalForm form) {
        if (form.id().equals(line.withdrawalId())) {
            return form.reason().equals(line.withdrawalReason()) ? Result.ok(line) : Result.refused(Problem.ID_REUSED);
        }
        return line.withdrawnAt() == null ? Result.ok(line) : Result.refused(Problem.STATE_CONFLICT);
    }

    private Uni<ResponsibilityView> write(
            SqlClient transaction, Responsibility line, WithdrawalForm form, Caller caller, Post post) {
        Subject subject = new Subject(IssueResponsibility.SUBJECT, line.id(), line.area());
        return rows.withdraw(transaction, line.id(), form, caller.workerId())
                .chain(() -> trail.changed(
                        transaction, caller.workerId(), post, "responsibility.withdraw", List.of(subject)))
                .chain(() -> rows.find(transaction, line.id()))
                .map(Optional::orElseThrow)
                .map(ResponsibilityView::of);
    }
}
