package org.shouwang.protection.violence;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.record.Races;

@Path("/api/v1/violence-cases")
@Authenticated
@Tag(name = "violence-cases", description = "家庭暴力个案")
class ViolenceCaseResource {

    private final Authority authority;
    private final RecordCase record;
    private final FindCases find;
    private final CountCases count;

    ViolenceCaseResource(Authority authority, RecordCase record, FindCases find, CountCases count) {
        this.authority = authority;
        this.record = record;
        this.find = find;
        this.count = count;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "recordViolenceCase",
            summary = "Open a case of violence at home of a child or a woman; the caller's post answers for it")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid ViolenceCaseForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> record.record(id, form, caller)))
                .map(Answers::stored);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getViolenceCase",
            summary = "One case that is open to the caller, with its chain; the look is logged")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "200")
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @GET
    @Path("/statistics")
    @Operation(
            operationId = "getViolenceStatistics",
            summary =
                    "Cases, warning letters and protection orders by township, without persons; small numbers are withheld")
    @APIResponseSchema(value = ViolenceStatisticsView.class, responseCode = "200")
    public Uni<ViolenceStatisticsView> statistics(
            @Parameter(description = "First day") @QueryParam("from") @NotNull LocalDate from,
            @Parameter(description = "Last day") @QueryParam("to") @NotNull LocalDate to) {
        return authority.caller().chain(caller -> count.of(from, to, caller)).map(Answers::value);
    }

    @GET
    @Operation(
            operationId = "listViolenceCases",
            summary = "The cases that are open to the caller, the newest first; the looks are logged")
    public Uni<Page<ViolenceCaseView>> list(
            @QueryParam("area") @Nullable AreaCode area,
            @Parameter(description = "Those that are not closed, or those that are") @QueryParam("open") @Nullable
                    Boolean open,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> find.list(new CaseRows.Wanted(area, open), caller, page.after(2), page.limit()))
                .map(Answers::value)
                .map(rows -> Page.of(rows, page.limit(), last -> Cursor.of(last.createdAt(), last.id())));
    }
}
