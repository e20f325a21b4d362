package org.shouwang.visit.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.AccessRows;
import org.shouwang.platform.feed.BrokenRecords;
import org.shouwang.platform.feed.FeedWindow;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.problem.Result;

/** The contacts of a child or of an area, newest first, and those that a phone pulls; what is shown is logged where it is read. */
@Singleton
class ListContacts {

    /** Parts of a cursor: moment and id of the last contact seen. */
    static final int CURSOR_PARTS = 2;

    private static final Cursor START = Cursor.of(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));

    private final ContactRows contacts;
    private final AccessRows access;
    private final BrokenRecords broken;
    private final Pool pool;
    private final Clock clock;

    ListContacts(ContactRows contacts, AccessRows access, BrokenRecords broken, Pool pool, Clock clock) {
        this.contacts = contacts;
        this.access = access;
        this.broken = broken;
        this.pool = pool;
        this.clock = clock;
    }

    static Cursor after(ContactView last) {
        return Cursor.of(last.contactedAt(), last.id());
    }

    /**
     * One contact more than a page holds.
     *
     * @param limit contacts on the page
     */
    Uni<Result<List<ContactView>>> list(
            @Nullable UUID childId, @Nullable AreaCode area, Caller caller, Optional<Cursor> cursor, int limit) {
        return caller.with(Right.VISIT_LIST).thenDo(able -> {
            ContactRows.Wanted wanted = new ContactRows.Wanted(
                    able.where(Right.VISIT_LIST), childId, area, cursor.orElse(START), limit + 1);
            return pool.withTransaction(tx -> contacts.page(tx, wanted)
                    .call(page -> log(tx, able, "contact.list", Page.shown(page, limit)))
                    .map(page -> views(page, able, Right.VISIT_LIST)));
        });
    }

    /** What a phone keeps of these. */
    Uni<Map<UUID, Object>> pulled(Collection<UUID> ids, Caller caller) {
        return pool.withTransaction(tx -> contacts.closed(tx, ids)
                .map(found -> found.stream()
                        .filter(stored -> FeedWindow.CONTACT.holds(stored.contact().contactedAt, clock))
                        .filter(stored -> stored.view(caller, Right.VISIT_READ).isPresent())
                        .toList())
                .call(found -> log(tx, caller, "contact.sync", found))
                .map(found -> broken.viewsOf(
                        ContactFeed.KIND, found, stored -> stored.contact().id, stored -> contacts.opened(stored)
                                .view(caller, Right.VISIT_READ)
                                .orElseThrow())));
    }

    private Uni<Void> log(SqlClient tx, Caller caller, String action, List<StoredContact> page) {
        return access.looked(
                tx,
                caller,
                Right.VISIT_READ,
                action,
                ContactView.SUBJECT,
                page.stream()
                        .flatMap(stored -> stored.shown(caller, Right.VISIT_READ))
                        .toList());
    }

    private static List<ContactView> views(List<StoredContact> found, Caller caller, Right right) {
        return found.stream()
                .flatMap(stored -> stored.view(caller, right).stream())
                .toList();
    }
}
