package org.shouwang.staff.signin;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Authority;
import org.shouwang.platform.http.Answers;
import org.shouwang.staff.TokenClaims;

@Path("/api/v1/auth/password")
@Authenticated
@Tag(name = "auth")
class PasswordResource {

    private final Authority authority;
    private final CurrentIdentityAssociation identity;
    private final ChangePassword changePassword;

    PasswordResource(Authority authority, CurrentIdentityAssociation identity, ChangePassword changePassword) {
        this.authority = authority;
        this.identity = identity;
        this.changePassword = changePassword;
    }

    @Schema(name = "PasswordForm")
    record PasswordForm(
            @NotNull @Size(max = 200) String oldPassword,
            @NotNull @Size(max = 200) String newPassword) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @POST
    @Operation(
            operationId = "changePassword",
            summary = "Change the own password; all other sessions of the caller end")
    public Uni<Void> change(@NotNull @Valid PasswordForm form) {
        return authority
                .caller()
                .chain(caller -> session()
                        .chain(session -> changePassword.change(
                                caller.workerId(), session, form.oldPassword(), form.newPassword())))
                .map(Answers::value)
                .replaceWithVoid();
    }

    private Uni<@Nullable UUID> session() {
        return identity.getDeferredIdentity()
                .map(signedIn -> signedIn.getPrincipal() instanceof JsonWebToken token
                                && token.getClaim(TokenClaims.SESSION) instanceof String session
                        ? UUID.fromString(session)
                        : null);
    }
}
