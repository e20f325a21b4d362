package org.shouwang.staff.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The first sign-in, or one after the password was forgotten.
 *
 * @param code from the coordinator; small letters, blanks and the hyphen do not matter
 * @param password the new password: at least 10 characters
 * @param deviceId the id under which the app registers this phone
 */
@Schema(name = "ActivationForm")
record ActivationForm(
        @NotNull @Size(max = 20) @Schema(examples = "13900000002")
        String phone,

        @NotNull @Size(max = 20) @Schema(examples = "K7PM-4XQD")
        String code,

        @NotNull @Size(max = 200) String password,
        @Nullable UUID deviceId) {

    @Override
    public String toString() {
        return "***";
    }
}
