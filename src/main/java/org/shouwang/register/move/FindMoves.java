package org.shouwang.register.move;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.AccessRows;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Stored;

/** Moves as a caller may see them; whom they show is logged. */
@Singleton
class FindMoves {

    private final MoveRows rows;
    private final Areas areas;
    private final AccessRows accessRows;
    private final Pool pool;
    private final Clock clock;

    FindMoves(MoveRows rows, Areas areas, AccessRows accessRows, Pool pool, Clock clock) {
        this.rows = rows;
        this.areas = areas;
        this.accessRows = accessRows;
        this.pool = pool;
        this.clock = clock;
    }

    /** What is looked up of a move before something is done to it. */
    record Seen(AreaCode leaving, Optional<AreaCode> receiving, boolean wholeHousehold) {}

    /** Refused with 404 when the caller stands on neither side. */
    Uni<Result<Seen>> seen(UUID id, Caller caller) {
        return rows.one(pool, id).map(found -> visible(found, caller)
                .map(move -> new Seen(move.from(), Optional.ofNullable(move.to()), move.wholeHousehold())));
    }

    Uni<Result<MoveView>> one(UUID id, Caller caller) {
        return caller.with(Right.MOVE_READ)
                .then(able -> pool.withTransaction(tx ->
                        rows.one(tx, id).chain(found -> visible(found, able).thenDo(move -> shown(tx, move, able)))));
    }

    private static Result<MoveRow> visible(Optional<MoveRow> found, Caller caller) {
        return found.filter(move -> move.isVisibleTo(caller)).map(Result::ok).orElse(Result.refused(Problem.NOT_FOUND));
    }

    private Uni<MoveView> shown(SqlClient tx, MoveRow move, Caller caller) {
        return accessRows
                .looked(tx, caller, Right.MOVE_READ, "move.look", "CHILD", move.shownTo(caller))
                .replaceWith(() -> move.view(caller, LocalDays.today(clock)));
    }

    Uni<Result<Page<MoveView>>> list(MoveQuery query, Caller caller) {
        return caller.with(Right.MOVE_LIST).thenDo(able -> areas.within(able.where(Right.MOVE_LIST), query.area())
                .chain(scope -> pool.withTransaction(tx -> rows.inScope(tx, scope, query)
                        .call(found -> logged(tx, able, Page.shown(found, query.limit())))
                        .map(found -> query.page(found, move -> move.view(able, LocalDays.today(clock)))))));
    }

    private Uni<Void> logged(SqlClient tx, Caller caller, List<MoveRow> page) {
        List<Subject> people = page.stream()
                .flatMap(move -> move.shownTo(caller).stream())
                .distinct()
                .toList();
        return accessRows.looked(tx, caller, Right.MOVE_LIST, "move.list", "CHILD", people);
    }

    /** The move as it is now, for whoever wrote it; only its id where the caller stands on neither side any more. */
    Uni<Stored<MoveView>> answer(Stored<UUID> stored, Caller caller) {
        return stored.view() == null
                ? Uni.createFrom().item(new Stored<>(stored.id(), stored.version(), false, null))
                : one(stored.id(), caller)
                        .map(found -> found instanceof Result.Ok<MoveView> ok
                                ? new Stored<>(stored.id(), ok.value().version(), stored.created(), ok.value())
                                : new Stored<>(stored.id(), stored.version(), stored.created(), null));
    }
}
