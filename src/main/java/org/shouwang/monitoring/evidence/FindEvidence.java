package org.shouwang.monitoring.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;

/** Files as somebody sees them: offices those of units in their areas, a liaison those of the own unit. */
@Singleton
class FindEvidence {

    private final Units units;
    private final EvidenceRows rows;
    private final PartRows parts;
    private final Pool pool;

    FindEvidence(Units units, EvidenceRows rows, PartRows parts, Pool pool) {
        this.units = units;
        this.rows = rows;
        this.parts = parts;
        this.pool = pool;
    }

    Uni<Result<EvidenceView>> one(UUID id, Caller caller) {
        return seen(id, caller).map(file -> file.map(EvidenceView::of));
    }

    /** A file whose content may be read: refused with 409 while parts are missing. */
    Uni<Result<EvidenceFile>> complete(UUID id, Caller caller) {
        return seen(id, caller)
                .map(file -> file.flatMap(one -> one.completedAt() == null
                        ? Result.refused(Refusal.of(Problem.STATE_CONFLICT))
                        : Result.ok(one)));
    }

    /** A part of a complete file. */
    Uni<byte[]> part(EvidenceFile file, int number) {
        return parts.bytes(pool, file.id(), number);
    }

    private Uni<Result<EvidenceFile>> seen(UUID id, Caller caller) {
        return units.sight(caller)
                .chain(able -> able.then(sight -> rows.find(pool, id)
                        .map(found -> found.filter(file -> sight.reaches(file.area(), file.unitId()))
                                .map(Result::ok)
                                .orElseGet(() -> Result.refused(Problem.NOT_FOUND)))));
    }
}
