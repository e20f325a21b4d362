package org.shouwang.monitoring.score;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/scores/{id}/objections")
@Authenticated
@Tag(name = "scores", description = "年度绩效考核")
class ObjectionResource {

    private final Authority authority;
    private final ObjectToScore objections;

    ObjectionResource(Authority authority, ObjectToScore objections) {
        this.authority = authority;
        this.objections = objections;
    }

    @POST
    @Operation(
            operationId = "objectToScore",
            summary = "Object to the published score of the own unit (申诉), once a year; repeating it changes nothing",
            description = "Within fifteen days of the publication.")
    public Uni<UnitScoreView.Objection> object(UUID id, @NotNull @Valid ObjectionForm form) {
        return authority
                .caller()
                .chain(caller -> objections.object(id, form, caller))
                .map(Answers::value);
    }
}
