package org.shouwang.sync;

import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/sync/digest")
@Authenticated
@Tag(name = "sync")
class DigestResource {

    private final Authority authority;
    private final PullAdmission admission;
    private final Holdings holdings;

    DigestResource(Authority authority, PullAdmission admission, Holdings holdings) {
        this.authority = authority;
        this.admission = admission;
        this.holdings = holdings;
    }

    @GET
    @Operation(
            operationId = "getDigest",
            summary =
                    "Count and checksum of what the caller's phone holds of each kind, right after a pull that brought nothing")
    public Uni<DigestView> digest(
            @QueryParam("cursor") @Nullable @Parameter(description = "From the last page of that pull") String cursor) {
        return authority
                .signedIn()
                .chain(sender -> admission.dear(
                        sender.workerId(), () -> authority.caller().chain(caller -> holdings.digest(cursor, caller))))
                .map(Answers::value);
    }

    @GET
    @Path("/{kind}")
    @Compressed
    @Operation(
            operationId = "listHeldRecords",
            summary = "Ids and versions of what the caller's phone holds of a kind, when the checksums differ")
    public Uni<HeldView> ofKind(
            String kind,
            @QueryParam("cursor") @Nullable @Parameter(description = "From the last page of the last pull")
                    String cursor,
            @QueryParam("after")
                    @Nullable
                    @Parameter(description = "`next` of the page before; none for the first page")
                    UUID after,
            @QueryParam("limit")
                    @DefaultValue("2000")
                    @Min(1)
                    @Max(2000)
                    @Parameter(description = "At most this many records")
                    int limit) {
        return authority
                .signedIn()
                .chain(sender -> admission.dear(
                        sender.workerId(),
                        () -> authority.caller().chain(caller -> holdings.ofKind(kind, cursor, after, limit, caller))))
                .map(Answers::value);
    }
}
