package org.shouwang.protection.directory;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.AreaCode;

@Path("/api/v1/hotlines")
@Authenticated
@Tag(name = "incidents")
class HotlineResource {

    private final Hotlines hotlines;

    HotlineResource(Hotlines hotlines) {
        this.hotlines = hotlines;
    }

    @Schema(name = "HotlineList")
    record HotlinesView(List<Hotline> items) {}

    @GET
    @Operation(operationId = "listHotlines", summary = "Whom to call at a place in danger, the first number first")
    public Uni<HotlinesView> list(@QueryParam("area") @NotNull AreaCode area) {
        return hotlines.at(area).map(HotlinesView::new);
    }
}
