package org.shouwang.visit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.IfMatch;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.record.Races;
import org.shouwang.visit.VisitCodes.VerifyStatus;

@Path("/api/v1/visits")
@Authenticated
@Tag(name = "visits", description = "走访")
class VisitResource {

    private final Authority authority;
    private final RecordVisit recordVisit;
    private final ReadVisit readVisit;
    private final ListVisits listVisits;
    private final AmendVisit amendVisit;
    private final VerifyVisit verifyVisit;
    private final ReadVersions readVersions;

    VisitResource(
            Authority authority,
            RecordVisit recordVisit,
            ReadVisit readVisit,
            ListVisits listVisits,
            AmendVisit amendVisit,
            VerifyVisit verifyVisit,
            ReadVersions readVersions) {
        this.authority = authority;
        this.recordVisit = recordVisit;
        this.amendVisit = amendVisit;
        this.verifyVisit = verifyVisit;
        this.readVersions = readVersions;
        this.readVisit = readVisit;
        this.listVisits = listVisits;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "recordVisit",
            summary = "Record a visit with the answers of each child; the same request again changes nothing")
    @APIResponseSchema(value = VisitView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid VisitForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> recordVisit.record(id, form, caller)))
                .map(Answers::stored);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "amendVisit",
            summary =
                    "The author corrects a visit, within 72 hours of its receipt or 14 days of its return; what it said"
                            + " before is kept, and it is verified anew")
    @RequestBody(
            description =
                    "JSON merge patch over VisitForm: what is left out stays, null was not asked after all. Entries of"
                            + " `children` are merged by their `childId`; `withoutChildIds` takes children out")
    @APIResponseSchema(value = VisitView.class, responseCode = "200")
    public Uni<Response> amend(UUID id, @BeanParam IfMatch match, @NotNull ObjectNode amendment) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> amendVisit.amend(id, match.version(), amendment, caller)))
                .map(Answers::current);
    }

    @POST
    @Path("/{id}/verification")
    @Operation(
            operationId = "verifyVisit",
            summary =
                    "The coordinator finds the visit right, or returns it to its author (核查); its tasks are confirmed")
    @APIResponseSchema(value = VisitView.class, responseCode = "200")
    public Uni<Response> verify(UUID id, @BeanParam IfMatch match, @NotNull @Valid VerificationForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> verifyVisit.verify(id, match.version(), form, caller)))
                .map(Answers::current);
    }

    @GET
    @Path("/{id}/versions")
    @Operation(
            operationId = "listVisitVersions",
            summary = "The visit as it is and as it was before each amendment, newest first; the look is noted")
    public Uni<Page<VisitView>> versions(UUID id, @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> readVersions.read(id, caller, page.after(1), page.limit()))
                .map(Answers::value);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getVisit", summary = "One visit; the look is noted in the access log")
    @APIResponseSchema(value = VisitView.class, responseCode = "200")
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> readVisit.read(id, caller)).map(Answers::current);
    }

    @GET
    @Operation(
            operationId = "listVisits",
            summary =
                    "The history of a child, newest first; or the visits to households of an area, village by village")
    public Uni<Page<VisitView>> list(
            @QueryParam("childId") @Nullable UUID childId,
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("from") @Parameter(description = "First local day of the start") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "Last local day of the start") @Nullable LocalDate to,
            @QueryParam("verifyStatus") @Nullable VerifyStatus verifyStatus,
            @BeanParam @Valid PageQuery page) {
        VisitQuery query = VisitQuery.of(childId, area, from, to, verifyStatus);
        return authority
                .caller()
                .chain(caller -> listVisits.list(query, caller, page.after(VisitQuery.CURSOR_PARTS), page.limit()))
                .map(Answers::value)
                .map(rows -> Page.of(rows, page.limit(), VisitQuery::after));
    }
}
