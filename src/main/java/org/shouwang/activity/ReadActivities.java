package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.activity.ActivityRows.Named;
import org.shouwang.activity.ActivityRows.Wanted;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.AccessRows;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;

/** Shows activities; whom their attendance lists name is logged where it is read. One that names nobody leaves no row. */
@Singleton
class ReadActivities {

    /** What the access log calls an activity: in its row stand the activities that name somebody, and whom. */
    private static final String SUBJECT = "Activity";

    private final ActivityRows activities;
    private final AccessRows access;
    private final Pool pool;

    ReadActivities(ActivityRows activities, AccessRows access, Pool pool) {
        this.activities = activities;
        this.access = access;
        this.pool = pool;
    }

    /** @param action of the access log */
    Uni<List<ActivityView>> byIds(Collection<UUID> ids, Caller caller, String action) {
        return logged(caller, action, ids.size(), tx -> activities.byIds(tx, ids, caller));
    }

    /** One more than a page holds, by area, in each the newest first. */
    Uni<List<ActivityView>> list(Caller caller, Wanted wanted, Optional<Cursor> after, int limit) {
        return logged(caller, "activity.list", limit, tx -> activities.list(tx, caller, wanted, after, limit + 1));
    }

    private Uni<List<ActivityView>> logged(
            Caller caller, String action, int limit, Function<SqlClient, Uni<List<Named>>> read) {
        return pool.withTransaction(tx -> read.apply(tx)
                .call(found ->
                        access.looked(tx, caller, Right.CHILD_READ, action, SUBJECT, shown(Page.shown(found, limit))))
                .map(found -> found.stream().map(Named::activity).toList()));
    }

    private static List<Subject> shown(List<Named> page) {
        return page.stream().flatMap(named -> named.shown(SUBJECT)).toList();
    }
}
