package org.shouwang.staff.device;

import java.util.UUID;

/**
 * A device that can be woken.
 *
 * @param channel FCM, JPUSH or APNS
 */
public record PushDevice(UUID id, UUID workerId, String channel) {}
