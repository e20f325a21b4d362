package org.shouwang.staff.device;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an app tells of its installation.
 *
 * @param channel how it can be woken; NONE for an app that only asks by itself
 * @param target needed unless the channel is NONE, and then not kept
 */
@Schema(name = "DeviceForm")
record DeviceForm(
        @NotNull Platform platform,
        @NotNull Channel channel,
        @Valid @Nullable Target target,

        @NotBlank @Size(max = 40) @Schema(examples = "1.4.0")
        String appVersion) {

    enum Platform {
        ANDROID,
        IOS,
        HARMONY,
        WX_MINI
    }

    enum Channel {
        FCM,
        JPUSH,
        APNS,
        NONE
    }

    enum TargetKind {
        /** Firebase's installation id. */
        FID,
        /** What a service calls the installation: Firebase's and Apple's token, JPush's registration id. */
        TOKEN
    }

    /** The address that the push service gave to the installation. */
    @Schema(name = "PushTarget")
    record Target(
            @NotNull TargetKind kind,
            @NotBlank @Size(max = 4096) String value) {

        @Override
        public String toString() {
            return "***";
        }
    }
}
