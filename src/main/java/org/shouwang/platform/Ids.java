package org.shouwang.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Ids of what the server makes by itself (RFC 9562 version 7, in time order); all else brings its own id. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
