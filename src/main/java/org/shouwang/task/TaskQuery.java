package org.shouwang.task;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

/** Which tasks a list shows, as a {@code @BeanParam}. */
class TaskQuery extends PageQuery {

    @QueryParam("assignee")
    @Pattern(regexp = "me")
    @Parameter(description = "`me`: what the caller's appointments hold; else all of the caller's area")
    @Nullable
    String assignee;

    @QueryParam("status")
    @Parameter(description = "May be given several times; without it all")
    List<TaskStatus> status = List.of();

    @QueryParam("dueBefore")
    @Parameter(description = "Due on an earlier day than this")
    @Nullable
    LocalDate dueBefore;

    @QueryParam("area")
    @Parameter(description = "In this area or below it")
    @Nullable
    AreaCode area;

    /** The last row that was seen. */
    record Key(long area, LocalDate dueOn, UUID id) {

        private static final Key START = new Key(0, LocalDate.of(1, 1, 1), new UUID(0, 0));
    }

    boolean ofCaller() {
        return assignee != null;
    }

    @Nullable
    String @Nullable [] statuses() {
        return status.isEmpty() ? null : status.stream().map(Enum::name).toArray(String[]::new);
    }

    @Nullable
    LocalDate dueBefore() {
        return dueBefore;
    }

    @Nullable
    AreaCode area() {
        return area;
    }

    Key after() {
        return after(3).map(cursor -> new Key(cursor.number(0), cursor.part(1, LocalDate::parse), cursor.uuid(2)))
                .orElse(Key.START);
    }

    /** One more than a page shows. */
    int rows() {
        return limit() + 1;
    }

    Page<TaskView> page(List<TaskView> rows) {
        return Page.of(rows, limit(), last -> Cursor.of(last.areaCode(), last.dueOn(), last.id()));
    }
}
