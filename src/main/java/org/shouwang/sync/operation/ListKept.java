package org.shouwang.sync.operation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.problem.Result;

/** What was not accepted of the villages' work (未通过), oldest first; what is shown of it is logged. */
@Singleton
class ListKept {

    /** Parts of a cursor: moment and id of the last operation seen. */
    static final int CURSOR_PARTS = 2;

    static final String SUBJECT = "Operation";

    private static final Cursor START = Cursor.of(Instant.EPOCH, new UUID(0, 0));

    private final OperationRows operations;
    private final KeptViews views;
    private final Handlers handlers;
    private final Trail trail;

    ListKept(OperationRows operations, KeptViews views, Handlers handlers, Trail trail) {
        this.operations = operations;
        this.views = views;
        this.handlers = handlers;
        this.trail = trail;
    }

    static Cursor after(KeptOperationView last) {
        return Cursor.of(last.receivedAt(), last.id());
    }

    /** One operation more than a page holds. */
    Uni<Result<List<KeptOperationView>>> list(
            @Nullable AreaCode area, Caller caller, Optional<Cursor> cursor, int limit, Locale locale) {
        Cursor after = cursor.orElse(START);
        return caller.with(Right.OPERATION_LIST)
                .thenDo(able -> Panache.withTransaction(() -> operations
                        .open(able, handlers.restricted(), area, after.instant(0), after.uuid(1), limit + 1)
                        .call(found -> log(Page.shown(found, limit), able))
                        .map(found -> found.stream()
                                .map(operation -> views.view(operation, able, locale))
                                .toList())));
    }

    private Uni<Void> log(List<PhoneOperation> shown, Caller caller) {
        List<Subject> subjects = shown.stream()
                .map(operation -> new Subject(SUBJECT, operation.id, operation.areaCode))
                .toList();
        return trail.looked(caller, Right.OPERATION_LIST, "operation.list", SUBJECT, subjects);
    }
}
