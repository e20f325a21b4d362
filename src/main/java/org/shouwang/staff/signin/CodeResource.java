package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Answers;

/** Sign-in with codes: from the coordinator's paper, or by SMS. */
@Path("/api/v1/auth")
@PermitAll
@Tag(name = "auth")
@SecurityRequirements
class CodeResource {

    private final AddressDoor addresses;
    private final Activate activate;
    private final RequestLoginCode requestCode;
    private final SignInWithCode signIn;

    CodeResource(AddressDoor addresses, Activate activate, RequestLoginCode requestCode, SignInWithCode signIn) {
        this.addresses = addresses;
        this.activate = activate;
        this.requestCode = requestCode;
        this.signIn = signIn;
    }

    @Schema(name = "LoginCodeRequest")
    record CodeRequestForm(
            @NotNull @Size(max = 20) @Schema(examples = "13900000002")
            String phone) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @Schema(name = "LoginCodeForm")
    record CodeForm(
            @NotNull @Size(max = 20) @Schema(examples = "13900000002")
            String phone,

            @NotNull @Size(max = 20) @Schema(examples = "123456")
            String code,

            @Nullable UUID deviceId) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @POST
    @Path("/activate")
    @Operation(
            operationId = "activate",
            summary = "Sign in with the one-time code from the coordinator and set the password")
    public Uni<SessionView> activate(@NotNull @Valid ActivationForm form) {
        return addresses.signIn(() -> activate.activate(form)).map(Answers::value);
    }

    @POST
    @Path("/code")
    @Operation(
            operationId = "requestLoginCode",
            summary = "Send a code by SMS, at most one a minute and five an hour; every number is answered alike")
    @APIResponse(responseCode = "202")
    public Uni<Response> requestCode(@NotNull @Valid CodeRequestForm form) {
        return addresses
                .askForCode(() -> requestCode.request(form.phone()))
                .map(Answers::value)
                .map(sent -> Response.accepted().build());
    }

    @POST
    @Path("/login/code")
    @Operation(operationId = "logInWithCode", summary = "Sign in with phone and the code sent to it")
    public Uni<SessionView> logIn(@NotNull @Valid CodeForm form) {
        return addresses
                .signIn(() -> signIn.signIn(form.phone(), form.code(), form.deviceId()))
                .map(Answers::value);
    }
}
