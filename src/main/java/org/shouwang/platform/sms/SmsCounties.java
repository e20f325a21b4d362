package org.shouwang.platform.sms;

import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** Which county pays for messages to a post. */
public final class SmsCounties {

    /** Of posts of the whole instance, which stand in no county. */
    public static final AreaCode NONE = new AreaCode(100_000_000_000L);

    /** The six digits of a township, of villages too, stand behind those of the county. */
    private static final long BELOW = 1_000_000;

    private SmsCounties() {}

    /** The county in whose code the place lies; a city or a province pays for its own posts. */
    public static AreaCode of(@Nullable AreaCode place) {
        return place == null ? NONE : new AreaCode(place.value() / BELOW * BELOW);
    }
}
