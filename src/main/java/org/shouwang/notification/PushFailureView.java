package org.shouwang.notification;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A push that will never be sent. Ids and codes only: neither whose it is nor what it is about. */
@Schema(name = "PushFailure")
record PushFailureView(
        UUID notificationId,
        UUID deviceId,
        @Schema(examples = "FCM") String channel,
        @Schema(examples = "ANDROID") @Nullable String platform,
        @Schema(examples = "task-assigned") String event,

        @Schema(description = "What the provider said", examples = "UNREGISTERED")
        String reason,

        int attempts,
        Instant createdAt) {}
