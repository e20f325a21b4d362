package org.shouwang.staff.grant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
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

/** Ends a grant at once; repeating it changes nothing. */
@Singleton
class RevokeGrant {

    private final Pool pool;
    private final GrantRows grants;
    private final TrailRows trail;
    private final Clock clock;

    RevokeGrant(Pool pool, GrantRows grants, TrailRows trail, Clock clock) {
        this.pool = pool;
        this.grants = grants;
        this.trail = trail;
        this.clock = clock;
    }

    Uni<Result<ReviewedGrantView>> revoke(UUID id, Caller caller) {
        return caller.with(Right.ACCESS_REVIEW)
                .then(able -> pool.withTransaction(tx -> grants.locked(tx, id)
                        .chain(found -> decide(found, able).then(post -> end(tx, found.orElseThrow(), able, post)))));
    }

    private static Result<Post> decide(Optional<ReviewedGrantView> found, Caller caller) {
        return found.map(grant -> caller.acting(Right.ACCESS_REVIEW, grant.areaCode()))
                .orElseGet(() -> Result.refused(Problem.NOT_FOUND));
    }

    private Uni<Result<ReviewedGrantView>> end(SqlClient tx, ReviewedGrantView grant, Caller caller, Post post) {
        if (grant.revokedAt() != null) {
            return Uni.createFrom().item(Result.ok(grant));
        }
        Subject subject = new Subject("GRANT", grant.grantId(), grant.areaCode());
        return grants.revoke(tx, grant.grantId(), clock.instant(), caller.workerId())
                .chain(() -> trail.changed(tx, caller.workerId(), post, "grant.revoke", List.of(subject)))
                .chain(() -> grants.locked(tx, grant.grantId()))
                .map(ended -> Result.ok(ended.orElseThrow()));
    }
}
