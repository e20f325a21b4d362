package org.shouwang.staff.device;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;

@Path("/api/v1/devices")
@Authenticated
@Tag(name = "devices", description = "设备")
class DeviceResource {

    private final Authority authority;
    private final RegisterDevice registration;
    private final RevokeDevice revocation;
    private final LoseDevice loss;
    private final DeviceRows devices;

    DeviceResource(
            Authority authority,
            RegisterDevice registration,
            RevokeDevice revocation,
            LoseDevice loss,
            DeviceRows devices) {
        this.authority = authority;
        this.registration = registration;
        this.revocation = revocation;
        this.loss = loss;
        this.devices = devices;
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "putDevice",
            summary =
                    "Register the caller's device or change it; the app makes an id for each worker who signs in on it")
    @APIResponseSchema(value = DeviceView.class, responseCode = "201")
    public Uni<Response> put(UUID id, @NotNull @Valid DeviceForm form) {
        return authority
                .caller()
                .chain(caller -> registration.register(id, form, caller))
                .map(Answers::stored);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteDevice", summary = "Revoke the caller's device: it is not woken any more")
    @APIResponse(responseCode = "204")
    public Uni<Response> delete(UUID id) {
        return authority
                .caller()
                .chain(caller -> revocation.revoke(id, caller))
                .map(Answers::value)
                .map(revoked -> Response.noContent().build());
    }

    @POST
    @Path("/{id}/revocation")
    @Operation(
            operationId = "declareDeviceLost",
            summary = "Declare a device of the caller lost: its sessions end, and its app wipes itself")
    @APIResponse(responseCode = "204")
    public Uni<Response> declareLost(UUID id) {
        return authority
                .caller()
                .chain(caller -> loss.own(id, caller))
                .map(Answers::value)
                .map(lost -> Response.noContent().build());
    }

    @GET
    @Operation(operationId = "listDevices", summary = "The caller's devices in use, in the order of their ids")
    public Uni<Page<DeviceView>> list(@BeanParam @Valid PageQuery page) {
        UUID after = page.after(1).map(cursor -> cursor.uuid(0)).orElse(null);
        return authority
                .caller()
                .chain(caller -> devices.ofWorker(caller.workerId(), false, after, page.limit() + 1))
                .map(rows -> Page.of(rows, page.limit(), last -> Cursor.of(last.id())));
    }
}
