package org.shouwang.staff.device;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/workers/{workerId}/devices")
@Authenticated
@Tag(name = "devices")
class WorkerDeviceResource {

    private final Authority authority;
    private final WorkerDevices devices;
    private final LoseDevice loss;

    WorkerDeviceResource(Authority authority, WorkerDevices devices, LoseDevice loss) {
        this.authority = authority;
        this.devices = devices;
        this.loss = loss;
    }

    @GET
    @Operation(
            operationId = "listWorkerDevices",
            summary = "The devices of a worker whom the caller looks after, lost ones too, in the order of their ids")
    public Uni<Page<DeviceView>> list(UUID workerId, @BeanParam @Valid PageQuery page) {
        UUID after = page.after(1).map(cursor -> cursor.uuid(0)).orElse(null);
        return authority
                .caller()
                .chain(caller -> devices.list(workerId, after, page.limit() + 1, caller))
                .map(Answers::value)
                .map(rows -> Page.of(rows, page.limit(), last -> Cursor.of(last.id())));
    }

    @POST
    @Path("/{deviceId}/revocation")
    @Operation(
            operationId = "declareWorkerDeviceLost",
            summary =
                    "Declare a device of a worker whom the caller looks after lost: its sessions end, and its app wipes itself")
    @APIResponse(responseCode = "204")
    public Uni<Response> declareLost(UUID workerId, UUID deviceId) {
        return authority
                .caller()
                .chain(caller -> loss.ofWorker(workerId, deviceId, caller))
                .map(Answers::value)
                .map(lost -> Response.noContent().build());
    }
}
