package org.shouwang.platform.meta;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/meta")
@PermitAll
@Tag(name = "meta", description = "服务器信息")
@SecurityRequirements
class MetaResource {

    private final DescribeServer describe;

    MetaResource(DescribeServer describe) {
        this.describe = describe;
    }

    @GET
    @Operation(
            operationId = "getMeta",
            summary = "Which server this is, what it can do, and within which limits; asked without signing in")
    public MetaView get() {
        return describe.describe();
    }
}
