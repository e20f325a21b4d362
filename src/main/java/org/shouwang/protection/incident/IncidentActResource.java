package org.shouwang.protection.incident;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.record.Races;

/** What is done in a case. */
@Path("/api/v1/incidents/{id}")
@Authenticated
@Tag(name = "incidents")
class IncidentActResource {

    private final Authority authority;
    private final ActOnIncident act;

    IncidentActResource(Authority authority, ActOnIncident act) {
        this.authority = authority;
        this.act = act;
    }

    @POST
    @Path("/take")
    @Operation(
            operationId = "takeIncident",
            summary = "Take an incident (接手): the alarm ends, and the caller's post answers for it")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Uni<Response> take(UUID id, @NotNull @Valid IncidentAct.Take form) {
        return done(id, form);
    }

    @POST
    @Path("/stage")
    @Operation(
            operationId = "reachIncidentStage",
            summary = "The case has reached a stage; the county lead alone closes it and opens it again")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Uni<Response> stage(UUID id, @NotNull @Valid IncidentAct.Reach form) {
        return done(id, form);
    }

    @POST
    @Path("/grants")
    @Operation(operationId = "grantIncident", summary = "The county lead opens the case to one more post")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Uni<Response> grant(UUID id, @NotNull @Valid IncidentAct.Give form) {
        return done(id, form);
    }

    @POST
    @Path("/village-cut")
    @Operation(
            operationId = "cutVillageFromIncident",
            summary = "The suspect is a village cadre: the county lead closes the case to all posts of villages")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Uni<Response> cutVillage(UUID id, @NotNull @Valid IncidentAct.CutVillage form) {
        return done(id, form);
    }

    @POST
    @Path("/transfer")
    @Operation(
            operationId = "transferIncident",
            summary = "The county lead gives the case to another post, which answers for it from now on (个案移交)")
    @APIResponseSchema(value = IncidentView.class, responseCode = "200")
    public Uni<Response> transfer(UUID id, @NotNull @Valid IncidentAct.Transfer form) {
        return done(id, form);
    }

    private Uni<Response> done(UUID id, IncidentAct form) {
        return authority
                .caller()
                .chain(caller -> Races.again(() -> act.act(id, form, caller)))
                .map(Answers::stored);
    }
}
