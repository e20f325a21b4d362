package org.shouwang.monitoring.card;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.shouwang.monitoring.card.CardRows.Wanted;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.IfMatch;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/cards")
@Authenticated
@Tag(name = "cards", description = "黄牌、红牌")
class CardResource {

    private final Authority authority;
    private final GiveCard give;
    private final ActOnCard act;
    private final FindCards find;

    CardResource(Authority authority, GiveCard give, ActOnCard act, FindCards find) {
        this.authority = authority;
        this.give = give;
        this.act = act;
        this.find = find;
    }

    @GET
    @Operation(
            operationId = "listCards",
            summary = "Yellow and red cards, in the order of area and indicator",
            description = """
                    With `status=PROPOSED` what waits for a decision. Offices see those of their areas, a liaison those of the \
                    own unit that were issued.""")
    public Uni<Page<CardView>> list(
            @QueryParam("area") @Parameter(description = "Where the indicator is measured") @Nullable AreaCode area,
            @QueryParam("status") @Nullable CardStatus status,
            @QueryParam("unit") @Nullable UUID unit,
            @BeanParam @Valid PageQuery page) {
        return authority
                .caller()
                .chain(caller -> find.list(new Wanted(area, status, unit), page, caller))
                .map(Answers::value);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCard", summary = "One card with all that was done to it")
    @APIResponseSchema(CardView.class)
    public Uni<Response> get(UUID id) {
        return authority.caller().chain(caller -> find.one(id, caller)).map(Answers::current);
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "putCard", summary = "Give a card by hand, once (手动亮牌)", description = """
                    Issued at once, with a reason; also where no rule gives one, as of small numbers and of targets of nought. What \
                    is asked for in principle (原则上) is carded yellow at most. A proposal for the line and period is decided on first.""")
    @APIResponseSchema(value = CardView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid HandCardForm form) {
        return authority.caller().chain(caller -> give.give(id, form, caller)).map(Answers::stored);
    }

    @POST
    @Path("/{id}/issue")
    @Operation(
            operationId = "issueCard",
            summary = "Issue a proposed card; repeating it changes nothing",
            description = "A red one upgrades the yellow ones that the unit holds for the same indicator.")
    @APIResponseSchema(CardView.class)
    public Uni<Response> issue(UUID id, @BeanParam IfMatch match, @NotNull @Valid CardActForm form) {
        return done(id, CardActKind.ISSUE, match, form);
    }

    @POST
    @Path("/{id}/dismiss")
    @Operation(
            operationId = "dismissCard",
            summary = "Do not issue a proposed card; repeating it changes nothing",
            description = "What was dismissed is not proposed again on the same ground.")
    @APIResponseSchema(CardView.class)
    public Uni<Response> dismiss(UUID id, @BeanParam IfMatch match, @NotNull @Valid CardActForm form) {
        return done(id, CardActKind.DISMISS, match, form);
    }

    @POST
    @Path("/{id}/clear")
    @Operation(
            operationId = "clearCard",
            summary = "Clear an issued card when what it asked for is done; repeating it changes nothing",
            description = "Its letter, where there is one, is closed before.")
    @APIResponseSchema(CardView.class)
    public Uni<Response> clear(UUID id, @BeanParam IfMatch match, @NotNull @Valid CardActForm form) {
        return done(id, CardActKind.CLEAR, match, form);
    }

    @POST
    @Path("/{id}/revocation")
    @Operation(
            operationId = "revokeCard",
            summary = "Take back a card that was issued in error; repeating it changes nothing",
            description = """
                    Possible until its letter is answered; the letter is closed with it. A card that was revoked does not count.""")
    @APIResponseSchema(CardView.class)
    public Uni<Response> revoke(UUID id, @BeanParam IfMatch match, @NotNull @Valid CardActForm form) {
        return done(id, CardActKind.REVOKE, match, form);
    }

    private Uni<Response> done(UUID id, CardActKind kind, IfMatch match, CardActForm form) {
        return authority
                .caller()
                .chain(caller -> act.act(id, kind, match.version(), form, caller))
                .map(Answers::current);
    }
}
