package org.shouwang.monitoring.unit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Finds units, and those for which a caller speaks. */
@Singleton
public class Units {

    private static final String BY_ID = "select " + Unit.COLUMNS + " from organisation o where o.id = $1";

    private static final String OF_POSTS = "select a.id as appointment_id, " + Unit.COLUMNS + """

            from appointment a join organisation o on o.id = a.organisation_id
            where a.id = any($1)
            """;

    private final Pool pool;

    Units(Pool pool) {
        this.pool = pool;
    }

    private record Spoken(UUID appointmentId, Unit unit) {}

    public Uni<Optional<Unit>> find(SqlClient client, UUID id) {
        return client.preparedQuery(BY_ID).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(Unit::of)
                .findFirst());
    }

    /**
     * The post under which the caller speaks for a unit.
     *
     * @return refused with 403 without the right, with 404 where the unit is not the caller's
     */
    public Uni<Result<Post>> speaking(SqlClient client, UUID unit, Caller caller) {
        return caller.with(Right.UNIT_REPORT_WRITE)
                .then(able -> spoken(client, able, Right.UNIT_REPORT_WRITE).map(own -> own.stream()
                        .filter(one -> one.unit().id().equals(unit))
                        .flatMap(one -> able.post(one.appointmentId()).stream())
                        .findFirst()
                        .map(Result::ok)
                        .orElseGet(() -> Result.refused(Problem.NOT_FOUND))));
    }

    /** What the caller sees of the work on the plans; refused with 403 for whoever has no part in it. */
    public Uni<Result<Sight>> sight(Caller caller) {
        boolean office = caller.with(Right.MONITORING_LIST) instanceof Result.Ok<Caller>;
        return office || caller.with(Right.UNIT_REPORT_READ) instanceof Result.Ok<Caller>
                ? spoken(pool, caller, Right.UNIT_REPORT_READ)
                        .map(own -> Result.ok(new Sight(
                                caller.where(Right.MONITORING_LIST),
                                own.stream().map(Spoken::unit).toList())))
                : Uni.createFrom().item(Result.refused(Problem.ROLE_FORBIDDEN));
    }

    private static Uni<List<Spoken>> spoken(SqlClient client, Caller caller, Right right) {
        UUID[] posts = caller.posts().stream()
                .filter(post -> post.has(right))
                .map(Post::appointmentId)
                .toArray(UUID[]::new);
        return posts.length == 0
                ? Uni.createFrom().item(List.of())
                : client.preparedQuery(OF_POSTS).execute(Tuple.of(posts)).map(rows -> StreamSupport.stream(
                                rows.spliterator(), false)
                        .map(row -> new Spoken(row.getUUID("appointment_id"), Unit.of(row)))
                        .toList());
    }
}
