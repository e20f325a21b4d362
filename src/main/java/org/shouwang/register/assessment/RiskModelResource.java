package org.shouwang.register.assessment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/risk-models")
@Authenticated
@Tag(name = "assessments")
class RiskModelResource {

    private final RiskModels models;

    RiskModelResource(RiskModels models) {
        this.models = models;
    }

    @Schema(name = "RiskModelList")
    record RiskModelsView(List<RiskModel> items) {}

    @GET
    @Operation(
            operationId = "listRiskModels",
            summary = "The questionnaires by which children are assessed, with all texts and thresholds")
    public Uni<RiskModelsView> list() {
        return Uni.createFrom().item(new RiskModelsView(models.all()));
    }
}
