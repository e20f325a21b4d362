package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Answers;

@Path("/api/v1/auth")
@PermitAll
@Tag(name = "auth", description = "登录")
@SecurityRequirements
class AuthResource {

    private final AddressDoor addresses;
    private final SignIn signIn;
    private final Sessions sessions;

    AuthResource(AddressDoor addresses, SignIn signIn, Sessions sessions) {
        this.addresses = addresses;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    /**
     * @param deviceId the id under which the app registers this phone
     */
    @Schema(name = "LoginForm")
    record LoginForm(
            @NotNull @Size(max = 20) @Schema(examples = "13900000002")
            String phone,

            @NotNull @Size(max = 72) @Schema(examples = "shouwang-demo")
            String password,

            @Nullable UUID deviceId) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @Schema(name = "RefreshForm")
    record RefreshForm(@NotNull @Size(max = 100) String refreshToken) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @POST
    @Path("/login")
    @Operation(operationId = "logIn", summary = "Sign in with phone and password")
    public Uni<SessionView> login(@NotNull @Valid LoginForm form) {
        return addresses
                .signIn(() -> signIn.withPassword(form.phone(), form.password(), form.deviceId()))
                .map(Answers::value);
    }

    @POST
    @Path("/refresh")
    @Operation(
            operationId = "refreshSession",
            summary =
                    "Trade a refresh token for a new session; the old token stays good until the new one is first used")
    public Uni<SessionView> refresh(@NotNull @Valid RefreshForm form) {
        return sessions.refresh(form.refreshToken()).map(Answers::value);
    }

    @POST
    @Path("/logout")
    @Operation(operationId = "logOut", summary = "End a session: its refresh tokens are dead")
    public Uni<Void> logout(@NotNull @Valid RefreshForm form) {
        return sessions.close(form.refreshToken());
    }
}
