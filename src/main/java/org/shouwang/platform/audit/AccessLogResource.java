package org.shouwang.platform.audit;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/access-log")
@Authenticated
@Tag(name = "access log", description = "查看记录")
class AccessLogResource {

    private final Authority authority;
    private final ReviewAccess reviewAccess;

    AccessLogResource(Authority authority, ReviewAccess reviewAccess) {
        this.authority = authority;
        this.reviewAccess = reviewAccess;
    }

    @GET
    @Operation(
            operationId = "listAccessLog",
            summary = "Who looked at whom in the reviewer's area, newest first; the review is logged too")
    public Uni<Page<AccessView>> list(
            @QueryParam("subjectId") @Parameter(description = "A person, or a record such as a visit") @Nullable
                    UUID subjectId,
            @QueryParam("workerId") @Parameter(description = "Who looked") @Nullable UUID workerId,
            @QueryParam("from") @Parameter(description = "First local day") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "Last local day") @Nullable LocalDate to,
            @BeanParam @Valid PageQuery page) {
        AccessQuery query = new AccessQuery(subjectId, workerId, from, to);
        return authority
                .caller()
                .chain(caller -> reviewAccess.review(query, caller, page.after(AccessQuery.CURSOR_PARTS), page.limit()))
                .map(Answers::value)
                .map(rows -> Page.of(rows, page.limit(), AccessQuery::after));
    }
}
