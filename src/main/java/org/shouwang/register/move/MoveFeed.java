package org.shouwang.register.move;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.AccessRows;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.feed.BrokenRecords;
import org.shouwang.platform.feed.ChangeFeed;
import org.shouwang.register.move.MoveRows.Closed;

/** Moves on the phones of both sides: the open ones, and those that were answered lately; whom a page shows is logged. */
@Singleton
class MoveFeed implements ChangeFeed {

    static final String KIND = "move";

    private final MoveRows rows;
    private final AccessRows access;
    private final BrokenRecords broken;
    private final Pool pool;
    private final Clock clock;

    MoveFeed(MoveRows rows, AccessRows access, BrokenRecords broken, Pool pool, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.broken = broken;
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String schema() {
        return "Move";
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.MOVE_READ);
    }

    @Override
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return pool.withTransaction(tx -> rows.closed(tx, ids).chain(found -> shown(tx, found, caller)));
    }

    private Uni<Map<UUID, Object>> shown(SqlClient tx, List<Closed> found, Caller caller) {
        Map<UUID, Object> kept = new HashMap<>();
        for (Closed move : found) {
            Object opened = broken.viewOf(KIND, move.id(), move::opened);
            if (opened == BrokenRecords.BROKEN || isKept((MoveRow) opened, caller)) {
                kept.put(move.id(), opened);
            }
        }
        List<Subject> people = moves(kept).stream()
                .flatMap(move -> move.shownTo(caller).stream())
                .distinct()
                .toList();
        moves(kept).forEach(move -> kept.put(move.id(), move.view(caller, LocalDays.today(clock))));
        return access.looked(tx, caller, Right.MOVE_READ, "move.sync", "CHILD", people)
                .replaceWith(kept);
    }

    private boolean isKept(MoveRow move, Caller caller) {
        return move.isVisibleTo(caller) && move.isKeptOnPhones(clock);
    }

    private static List<MoveRow> moves(Map<UUID, Object> kept) {
        return kept.values().stream()
                .filter(MoveRow.class::isInstance)
                .map(MoveRow.class::cast)
                .toList();
    }
}
