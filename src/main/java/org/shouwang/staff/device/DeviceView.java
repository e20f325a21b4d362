package org.shouwang.staff.device;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.platform.http.Answers;

/** A device as its owner sees it. The target is never shown. */
@Schema(name = "Device")
record DeviceView(
        UUID id,
        DeviceForm.Platform platform,
        DeviceForm.Channel channel,
        String appVersion,
        Instant registeredAt,
        int version)
        implements Answers.Versioned {}
