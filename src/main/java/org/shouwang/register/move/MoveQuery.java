package org.shouwang.register.move;

import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

/** Which moves a list shows, as a {@code @BeanParam}. */
class MoveQuery extends PageQuery {

    private static final int PARTS = 2;

    @QueryParam("area")
    @Parameter(description = "From or to this area or below it")
    @Nullable
    AreaCode area;

    @QueryParam("state")
    @Parameter(description = "Without it all")
    @Nullable
    MoveState state;

    @QueryParam("unanswered")
    @Parameter(description = "`true`: open ones that the county was told of, since nobody answered")
    boolean unanswered;

    Optional<AreaCode> area() {
        return Optional.ofNullable(area);
    }

    @Nullable
    String state() {
        return state == null ? null : state.name();
    }

    @Nullable
    Boolean unanswered() {
        return unanswered ? Boolean.TRUE : null;
    }

    @Nullable
    OffsetDateTime afterMoment() {
        return after(PARTS)
                .map(cursor -> cursor.instant(0).atOffset(ZoneOffset.UTC))
                .orElse(null);
    }

    @Nullable
    UUID afterId() {
        return after(PARTS).map(cursor -> cursor.uuid(1)).orElse(null);
    }

    /** One more than a page shows. */
    int rows() {
        return limit() + 1;
    }

    Page<MoveView> page(List<MoveRow> rows, Function<MoveRow, MoveView> view) {
        Page<MoveRow> page = Page.of(rows, limit(), last -> Cursor.of(last.createdAt(), last.id()));
        return new Page<>(page.items().stream().map(view).toList(), page.next());
    }
}
