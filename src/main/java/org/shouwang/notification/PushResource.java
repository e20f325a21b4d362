package org.shouwang.notification;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;

@Path("/api/v1")
@Authenticated
@Tag(name = "notifications", description = "收件箱")
class PushResource {

    private final Authority authority;
    private final PushReport report;
    private final SwitchChannel switches;

    PushResource(Authority authority, PushReport report, SwitchChannel switches) {
        this.authority = authority;
        this.report = report;
        this.switches = switches;
    }

    /** Why a channel is closed. */
    @Schema(name = "PushChannelClosing")
    record ClosingForm(@NotBlank @Size(max = 200) String reason) {}

    @GET
    @Path("/push-report")
    @Operation(
            operationId = "reportPushes",
            summary = "What became of pushes to workers of the administrator's area, by channel and platform")
    public Uni<PushReportView> report(
            @QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
        return authority.caller().chain(caller -> report.of(from, to, caller)).map(Answers::value);
    }

    @PUT
    @Path("/push-channels/{channel}/closing")
    @Operation(
            operationId = "closePushChannel",
            summary = "Send nothing over this channel until it is opened; repeating is fine")
    public Uni<PushReportView.Channel> close(String channel, @NotNull @Valid ClosingForm form) {
        return authority
                .caller()
                .chain(caller -> switches.put(channel, form.reason(), caller))
                .map(Answers::value);
    }

    @DELETE
    @Path("/push-channels/{channel}/closing")
    @Operation(
            operationId = "openPushChannel",
            summary = "Send over this channel again, also what has waited for less than a day; repeating is fine")
    public Uni<PushReportView.Channel> open(String channel) {
        return authority
                .caller()
                .chain(caller -> switches.put(channel, null, caller))
                .map(Answers::value);
    }
}
