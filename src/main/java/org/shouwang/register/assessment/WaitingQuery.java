package org.shouwang.register.assessment;

import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

/** Where a list of what waits looks, as a {@code @BeanParam}. */
class WaitingQuery extends PageQuery {

    private static final int PARTS = 2;

    @QueryParam("area")
    @Parameter(description = "In this area or below it")
    @Nullable
    AreaCode area;

    Optional<AreaCode> area() {
        return Optional.ofNullable(area);
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

    Page<WaitingView> page(List<WaitingView> rows) {
        return Page.of(rows, limit(), last -> Cursor.of(last.waitsSince(), last.id()));
    }
}
