package org.shouwang.staff.device;

import java.util.UUID;

/**
 * A device that can be woken.
 *
 * @param channel FCM, JPUSH or APNS
 * @param platform such as ANDROID: through one channel, one platform may be reached and another not
 */
public record PushDevice(UUID id, UUID workerId, String channel, String platform) {}
