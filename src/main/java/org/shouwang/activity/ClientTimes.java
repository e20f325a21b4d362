package org.shouwang.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;

/** A phone's clock may be wrong by years and is kept as it is, but it must be a time that the database can hold. */
final class ClientTimes {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private ClientTimes() {}

    static List<Violation> check(@Nullable Instant clientTime) {
        boolean storable = clientTime == null || !(clientTime.isBefore(FIRST) || clientTime.isAfter(LAST));
        return storable ? List.of() : List.of(Violation.of("clientTime", "client-time"));
    }
}
