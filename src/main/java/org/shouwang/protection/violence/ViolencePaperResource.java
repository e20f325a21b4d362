package org.shouwang.protection.violence;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.record.Races;

/** What stands against the offender. */
@Path("/api/v1/violence-cases/{id}")
@Authenticated
@Tag(name = "violence-cases")
class ViolencePaperResource {

    private final Authority authority;
    private final RecordLetter letters;
    private final RecordOrder orders;
    private final ReportBreach breaches;

    ViolencePaperResource(Authority authority, RecordLetter letters, RecordOrder orders, ReportBreach breaches) {
        this.authority = authority;
        this.letters = letters;
        this.orders = orders;
        this.breaches = breaches;
    }

    @PUT
    @Path("/warning-letters/{letterId}")
    @Operation(
            operationId = "recordWarningLetter",
            summary = "Record or complete a warning letter (告诫书); from the day the village was notified a visit is due")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "201")
    public Uni<Response> letter(UUID id, UUID letterId, @NotNull @Valid WarningLetterForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> letters.record(id, letterId, form, caller)))
                .map(Answers::stored);
    }

    @PUT
    @Path("/orders/{orderId}")
    @Operation(
            operationId = "recordProtectionOrder",
            summary = "Record or complete a protection order (人身安全保护令); its deadlines and checks follow from its days")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "201")
    public Uni<Response> order(UUID id, UUID orderId, @NotNull @Valid OrderForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> orders.record(id, orderId, form, caller)))
                .map(Answers::stored);
    }

    @POST
    @Path("/orders/{orderId}/breaches")
    @Operation(
            operationId = "reportOrderBreach",
            summary = "Report that an order was not kept: the lead and the police of the case hear of it at once")
    @APIResponseSchema(value = ViolenceCaseView.class, responseCode = "200")
    public Uni<Response> breach(UUID id, UUID orderId, @NotNull @Valid BreachForm form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> breaches.report(id, orderId, form, caller)))
                .map(Answers::stored);
    }
}
