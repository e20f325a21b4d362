package org.shouwang.protection.incident;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.AccessRows;
import org.shouwang.platform.feed.BrokenRecords;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Stored;
import org.shouwang.protection.directory.Hotline;
import org.shouwang.protection.directory.Hotlines;

/** Incidents as those see them to whom they are open; each look is logged where it is read. */
@Singleton
class FindIncidents {

    private final IncidentRows rows;
    private final IncidentTexts texts;
    private final Hotlines hotlines;
    private final AccessRows access;
    private final BrokenRecords broken;
    private final Pool pool;

    FindIncidents(
            IncidentRows rows,
            IncidentTexts texts,
            Hotlines hotlines,
            AccessRows access,
            BrokenRecords broken,
            Pool pool) {
        this.rows = rows;
        this.texts = texts;
        this.hotlines = hotlines;
        this.access = access;
        this.broken = broken;
        this.pool = pool;
    }

    /** Refused with 404 whether there is none or it is not open to the caller. */
    Uni<Result<IncidentView>> one(UUID id, Caller caller) {
        return caller.with(Right.INCIDENT_READ)
                .then(able -> pool.withTransaction(tx -> rows.byName(tx, id)
                        .map(found -> found.filter(row -> row.standing(able).sees()))
                        .map(found -> found.stream().toList())
                        .call(found -> log(tx, able, "incident.read", found))
                        .chain(found -> views(tx, found, able))
                        .map(found -> found.stream()
                                .findFirst()
                                .map(Result::ok)
                                .orElseGet(() -> Result.refused(Problem.NOT_FOUND)))));
    }

    /** One more than a page holds. */
    Uni<Result<List<IncidentView>>> list(IncidentRows.Wanted wanted, Caller caller, Optional<Cursor> after, int limit) {
        return caller.with(Right.INCIDENT_LIST)
                .thenDo(able -> pool.withTransaction(tx -> rows.page(tx, wanted, able, after, limit + 1)
                        .map(found -> open(found, able))
                        .call(found -> log(tx, able, "incident.list", Page.shown(found, limit)))
                        .chain(found -> views(tx, found, able))));
    }

    /** For the feed: those of the ids that are open to the caller. */
    Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return pool.withTransaction(tx -> rows.byIds(tx, ids)
                .map(found -> open(found, caller))
                .call(found -> log(tx, caller, "incident.sync", found))
                .chain(found -> hotlines(tx, found).map(lines -> {
                    Map<UUID, Object> views = new LinkedHashMap<>();
                    found.forEach(row -> views.put(
                            row.incident().id,
                            broken.viewOf(IncidentFeed.KIND, row.incident().id, () -> view(row, lines, caller))));
                    return views;
                })));
    }

    /** Those of the ids that are open to the caller, unread. */
    Uni<List<UUID>> open(Collection<UUID> ids, Caller caller) {
        return rows.byIds(pool, ids).map(found -> open(found, caller).stream()
                .map(row -> row.incident().id)
                .toList());
    }

    /** As it stands after a transaction, for who wrote to it; id and version alone where it is not open. The look is logged too. */
    Uni<Stored<IncidentView>> stored(Stored<Incident> stored, Caller caller) {
        return pool.withTransaction(tx -> rows.byIds(tx, List.of(stored.id()))
                .map(found -> open(found, caller))
                .call(found -> log(tx, caller, "incident.shown", found))
                .chain(found -> views(tx, found, caller))
                .map(found -> new Stored<>(
                        stored.id(),
                        stored.version(),
                        stored.created(),
                        found.stream().findFirst().orElse(null))));
    }

    private static List<IncidentRow> open(List<IncidentRow> found, Caller caller) {
        return found.stream().filter(row -> row.standing(caller).sees()).toList();
    }

    private Uni<List<IncidentView>> views(SqlClient tx, List<IncidentRow> rows, Caller caller) {
        return hotlines(tx, rows)
                .map(lines -> rows.stream().map(row -> view(row, lines, caller)).toList());
    }

    /** Whom to call at the places of these incidents. */
    private Uni<Map<AreaCode, List<Hotline>>> hotlines(SqlClient tx, List<IncidentRow> rows) {
        return hotlines.at(tx, rows.stream().map(row -> row.incident().areaCode).toList());
    }

    private IncidentView view(IncidentRow row, Map<AreaCode, List<Hotline>> lines, Caller caller) {
        texts.opened(row.incident());
        return IncidentView.of(row, row.standing(caller), lines.getOrDefault(row.incident().areaCode, List.of()));
    }

    private static Post seeing(IncidentRow row, Caller caller) {
        return row.standing(caller).seeing().orElseThrow();
    }

    /** One row for each post under which something is shown. */
    private Uni<Void> log(SqlClient tx, Caller caller, String action, List<IncidentRow> shown) {
        Map<Post, List<UUID>> parts = new LinkedHashMap<>();
        shown.forEach(row -> parts.computeIfAbsent(seeing(row, caller), post -> new ArrayList<>())
                .add(row.incident().id));
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Map.Entry<Post, List<UUID>> part : parts.entrySet()) {
            all = all.chain(
                    () -> access.looked(tx, caller, part.getKey(), action, OpenIncident.SUBJECT, part.getValue()));
        }
        return all;
    }
}
