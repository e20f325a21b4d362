package org.shouwang.staff.device;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Answers;

/**
 * A device as its owner and the coordinator see it. The target is never shown.
 *
 * @param lostAt when it was declared lost
 */
@Schema(name = "Device")
record DeviceView(
        UUID id,
        DeviceForm.Platform platform,
        DeviceForm.Channel channel,
        String appVersion,
        Instant registeredAt,
        @Nullable Instant lostAt,
        int version)
        implements Answers.Versioned {}
