package org.shouwang.protection.referral;

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.shouwang.protection.incident.OpenIncidents;

/** Referrals as those see them for whom they are there; each look is logged where it is read. */
@Singleton
class FindReferrals {

    private final ReferralRows rows;
    private final ShowReferral show;
    private final OpenIncidents incidents;
    private final AccessRows access;
    private final BrokenRecords broken;
    private final Pool pool;

    FindReferrals(
            ReferralRows rows,
            ShowReferral show,
            OpenIncidents incidents,
            AccessRows access,
            BrokenRecords broken,
            Pool pool) {
        this.rows = rows;
        this.show = show;
        this.incidents = incidents;
        this.access = access;
        this.broken = broken;
        this.pool = pool;
    }

    /** Refused with 404 whether there is none or it is not there for the caller. */
    Uni<Result<ReferralView>> one(UUID id, Caller caller) {
        return caller.with(Right.REFERRAL_READ).then(able -> pool.withTransaction(tx -> one(tx, id, able, "read"))
                .map(found -> found.map(Result::ok).orElseGet(() -> Result.refused(Problem.NOT_FOUND))));
    }

    private Uni<Optional<ReferralView>> one(SqlClient tx, UUID id, Caller caller, String look) {
        return rows.byIds(tx, List.of(id))
                .map(found -> there(found, caller).stream().findFirst())
                .call(found -> log(tx, caller, look, found.stream().toList()))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : incidents(tx, List.of(found.get()), caller)
                                .chain(open -> show.whole(tx, found.get(), caller, open))
                                .map(Optional::of));
    }

    /** One more than a page holds. */
    Uni<Result<List<ReferralView>>> list(ReferralRows.Wanted wanted, Caller caller, Optional<Cursor> after, int limit) {
        return caller.with(Right.REFERRAL_LIST)
                .thenDo(able -> pool.withTransaction(tx -> rows.page(tx, wanted, able, after, limit + 1)
                        .map(found -> there(found, able))
                        .call(found -> log(tx, able, "list", Page.shown(found, limit)))
                        .chain(found -> incidents(tx, found, able).map(open -> found.stream()
                                .map(row -> show.line(row, able, open))
                                .toList()))));
    }

    /** For the feed: those of the ids that belong to a post of the caller's. */
    Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return pool.withTransaction(tx -> rows.byIds(tx, ids)
                .map(found -> own(found, caller))
                .call(found -> log(tx, caller, "sync", found))
                .chain(found -> incidents(tx, found, caller).map(open -> {
                    Map<UUID, Object> views = new LinkedHashMap<>();
                    found.forEach(row -> views.put(
                            row.referral().id,
                            broken.viewOf(ReferralFeed.KIND, row.referral().id, () -> show.line(row, caller, open))));
                    return views;
                })));
    }

    /** Those of the ids that belong to a post of the caller's, unread. */
    Uni<List<UUID>> held(Collection<UUID> ids, Caller caller) {
        return rows.byIds(pool, ids).map(found -> own(found, caller).stream()
                .map(row -> row.referral().id)
                .toList());
    }

    /** As it stands after a transaction, for who wrote to it; id and version alone where it is not there for them any more. */
    Uni<Stored<ReferralView>> stored(Stored<Referral> stored, Caller caller) {
        return pool.withTransaction(tx -> one(tx, stored.id(), caller, "shown"))
                .map(found -> new Stored<>(stored.id(), stored.version(), stored.created(), found.orElse(null)));
    }

    /** Those that the referrals follow and that are open to the caller. */
    private Uni<Set<UUID>> incidents(SqlClient tx, List<ReferralRow> found, Caller caller) {
        Set<UUID> ids = found.stream()
                .flatMap(row -> Stream.ofNullable(row.referral().incidentId))
                .collect(Collectors.toSet());
        return incidents.openTo(tx, ids, caller);
    }

    private static List<ReferralRow> there(List<ReferralRow> found, Caller caller) {
        return found.stream().filter(row -> row.standing(caller).sees()).toList();
    }

    private static List<ReferralRow> own(List<ReferralRow> found, Caller caller) {
        return found.stream()
                .filter(row -> row.standing(caller).sender().isPresent())
                .toList();
    }

    /** Under which post something is shown, and whether that it is there must not be known. */
    private record Part(Post post, boolean restricted) {

        String action(String look) {
            return (restricted ? "restricted-referral." : "referral.") + look;
        }

        String subject() {
            return restricted ? "RestrictedReferral" : MoveReferral.SUBJECT;
        }
    }

    /** One row for each post under which something is shown, with the people; those of class R are for reviewers of that class. */
    private Uni<Void> log(SqlClient tx, Caller caller, String look, List<ReferralRow> shown) {
        Map<Part, List<UUID>> parts = new LinkedHashMap<>();
        shown.forEach(row -> {
            Post post = row.standing(caller).seeing().orElseThrow();
            Referral referral = row.referral();
            List<UUID> ids = parts.computeIfAbsent(new Part(post, referral.restricted), none -> new ArrayList<>());
            Stream.of(referral.id, referral.childId, referral.personRef)
                    .flatMap(Stream::ofNullable)
                    .forEach(ids::add);
        });
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Map.Entry<Part, List<UUID>> entry : parts.entrySet()) {
            Part part = entry.getKey();
            all = all.chain(
                    () -> access.looked(tx, caller, part.post(), part.action(look), part.subject(), entry.getValue()));
        }
        return all;
    }
}
