package org.shouwang.platform.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Two operations that exist in tests only, one of them about to go. */
@Path("/test/retiring")
@PermitAll
class RetiringResource {

    record Answer(String word) {}

    @GET
    @Path("/old")
    @Retiring(since = "2027-01-01", goneOn = "2027-07-01", instead = "theNewWay")
    @Operation(hidden = true, operationId = "theOldWay")
    public Answer old() {
        return new Answer("old");
    }

    @GET
    @Path("/new")
    @Operation(hidden = true, operationId = "theNewWay")
    public Answer current() {
        return new Answer("new");
    }
}
