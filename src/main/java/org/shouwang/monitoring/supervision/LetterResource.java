package org.shouwang.monitoring.supervision;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.supervision.LetterRows.Wanted;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.IfMatch;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/supervision-letters")
@Authenticated
@Tag(name = "supervision-letters", description = "督办函")
class LetterResource {

    private final Authority authority;
    private final DraftLetter draft;
    private final FindLetters find;

    LetterResource(Authority authority, DraftLetter draft, FindLetters find) {
        this.authority = authority;
        this.draft = draft;
        this.find = find;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "putSupervisionLetter",
            summary = "Draft the letter of a card that was issued; repeating it changes nothing",
            description = """
                    A card has one letter. Until it is issued another draft may take its place, with `If-Match`.""")
    @APIResponseSchema(value = LetterView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @BeanParam IfMatch match, @NotNull @Valid LetterForm form) {
        return authority
                .caller()
                .chain(caller -> draft.draft(id, match.version(), form, caller))
                .map(Answers::stored);
    }

    @GET
    @Operation(
            operationId = "listSupervisionLetters",
            summary = "Letters, in the order of area and indicator",
            description = "Offices see those of their areas, a liaison those that were issued to the own unit.")
    public Uni<Page<LetterView>> list(
            @QueryParam("area") @Parameter(description = "Where the indicator is measured") @Nullable AreaCode area,
            @QueryParam("status") @Nullable LetterStatus status,
            @QueryParam("unit") @Nullable UUID unit,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> find.list(Wanted.of(area, status, unit), page, caller))
                .map(Answers::value);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSupervisionLetter", summary = "One letter with all that was done to it")
    @APIResponseSchema(LetterView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }
}
