package org.shouwang.staff.handover;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/handovers")
@Authenticated
@Tag(name = "handovers", description = "交接")
class HandoverResource {

    private final Authority authority;
    private final EndPost endPost;
    private final FindHandovers find;

    HandoverResource(Authority authority, EndPost endPost, FindHandovers find) {
        this.authority = authority;
        this.endPost = endPost;
        this.find = find;
    }

    @POST
    @Operation(
            operationId = "handOver",
            summary = "Ends a post and passes on all that belongs to it, to a successor or to whoever confirms")
    @APIResponseSchema(value = HandoverView.class, responseCode = "201")
    public Uni<Response> handOver(@NotNull @Valid HandoverForm form) {
        return authority.caller().chain(caller -> endPost.end(form, caller)).map(Answers::stored);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getHandover", summary = "One handover, with all that was handed over")
    @APIResponseSchema(value = HandoverView.class, responseCode = "200")
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @GET
    @Operation(operationId = "listHandovers", summary = "The handovers of an area, newest first")
    public Uni<Page<HandoverView>> list(@QueryParam("area") @Nullable AreaCode area, @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> find.list(Optional.ofNullable(area), page.after(2), page.limit() + 1, caller))
                .map(rows ->
                        Page.of(Answers.value(rows), page.limit(), last -> Cursor.of(last.createdAt(), last.id())));
    }
}
