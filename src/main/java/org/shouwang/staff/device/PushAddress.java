package org.shouwang.staff.device;

import java.util.UUID;

/**
 * Where a device is reached. Who holds the target can push to the phone, so it prints as {@code ***}.
 *
 * @param deviceVersion the device's version when the address was read, by which a change since then is noticed
 * @param kind FID or TOKEN
 */
public record PushAddress(UUID deviceId, int deviceVersion, String kind, String target) {

    @Override
    public String toString() {
        return "PushAddress[" + deviceId + "]";
    }
}
