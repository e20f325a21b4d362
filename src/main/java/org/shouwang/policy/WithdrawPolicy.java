package org.shouwang.policy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Races;
import org.shouwang.policy.PolicyRows.Recorded;

/** Takes back a version that has not begun; repeating it answers the version as it is. */
@Singleton
class WithdrawPolicy {

    private final PolicyRows rows;
    private final Rulebooks rulebooks;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    WithdrawPolicy(PolicyRows rows, Rulebooks rulebooks, TrailRows trail, Pool pool, Clock clock) {
        this.rows = rows;
        this.rulebooks = rulebooks;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Result<PolicyVersionView>> withdraw(UUID id, WithdrawalForm form, Caller caller) {
        return caller.with(Right.POLICY_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.find(transaction, id)
                        .chain(found -> found.map(version -> withdraw(transaction, version, form, caller))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))))
                .chain(done -> done.thenDo(this::shown));
    }

    private Uni<Result<UUID>> withdraw(SqlClient transaction, Recorded version, WithdrawalForm form, Caller caller) {
        return caller.acting(Right.POLICY_WRITE, version.area()).then(post -> rows.withdrawnBy(transaction, form.id())
                .map(known -> decide(version, known, form))
                .chain(decided -> decided.thenDo(open -> open
                        ? write(transaction, version, form, post, caller)
                        : Uni.createFrom().item(version.id()))));
    }

    /** Whether there is something to do. */
    private Result<Boolean> decide(Recorded version, Optional<Recorded> known, WithdrawalForm form) {
        if (known.isPresent()) {
            boolean same = known.get().id().equals(version.id())
                    && form.reason().equals(known.get().withdrawalReason());
            return same ? Result.ok(false) : Result.refused(Problem.ID_REUSED);
        }
        if (version.withdrawalId() != null) {
            return Result.refused(Problem.STATE_CONFLICT);
        }
        return version.validFrom().isAfter(LocalDays.today(clock))
                ? Result.ok(true)
                : Result.invalid("id", "policy-begun");
    }

    private Uni<UUID> write(SqlClient transaction, Recorded version, WithdrawalForm form, Post post, Caller caller) {
        Subject subject = new Subject(RecordPolicy.SUBJECT, version.id(), version.area());
        return rows.withdraw(transaction, version.id(), form, caller.workerId())
                .chain(() -> trail.changed(transaction, caller.workerId(), post, "policy.withdraw", List.of(subject)))
                .replaceWith(version.id());
    }

    private Uni<PolicyVersionView> shown(UUID id) {
        return rulebooks
                .refresh()
                .map(book ->
                        book.policies().version(id).map(PolicyVersionView::of).orElseThrow());
    }
}
