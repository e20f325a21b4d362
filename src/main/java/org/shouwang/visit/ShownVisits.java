package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.AccessRows;
import org.shouwang.platform.audit.Subject;

/** Logs pages of visits, with the children of whom they tell: who looks at a visit looks at them. */
@Singleton
class ShownVisits {

    private final AccessRows access;

    ShownVisits(AccessRows access) {
        this.access = access;
    }

    Uni<Void> log(SqlClient tx, Caller caller, String action, List<StoredVisit> visits) {
        List<Subject> shown = visits.stream()
                .flatMap(stored ->
                        VisitView.forCaller(stored, caller).stream().flatMap(view -> stored.shown(view, caller)))
                .toList();
        return access.looked(tx, caller, Right.VISIT_READ, action, StoredVisit.SUBJECT, shown);
    }
}
