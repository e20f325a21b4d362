package org.shouwang.monitoring.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;

/** Who sends and deletes the documents of a unit: its liaison, or the committee office of its area. */
@Singleton
class EvidenceSenders {

    private final Units units;

    EvidenceSenders(Units units) {
        this.units = units;
    }

    /** Refused with 403 for whoever is neither. */
    static Result<Caller> able(Caller caller) {
        return isOffice(caller) ? Result.ok(caller) : caller.with(Right.UNIT_REPORT_WRITE);
    }

    /** The post under which it is done; refused with 404 where the unit is neither the caller's nor in the own areas. */
    Uni<Result<Post>> post(SqlClient client, UUID unit, AreaCode seat, Caller caller) {
        return units.speaking(client, unit, caller)
                .map(own -> own instanceof Result.Ok<Post> || !isOffice(caller)
                        ? own
                        : caller.acting(Right.MONITORING_WRITE, seat));
    }

    private static boolean isOffice(Caller caller) {
        return caller.with(Right.MONITORING_WRITE) instanceof Result.Ok<Caller>;
    }
}
