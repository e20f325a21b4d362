package org.shouwang.sync.operation;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;

/** What a phone that sends operations keeps to. */
@Singleton
class OperationLimits implements KnownLimits {

    private final OperationConfig config;

    OperationLimits(OperationConfig config) {
        this.config = config;
    }

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit("batchOperations", PushOperations.MOST_OPERATIONS, "Operations of one batch; more is 413"),
                new Limit("operationBytes", OperationBodies.MOST_BYTES, "`body` of one operation; more is REJECTED"),
                Limit.days(
                        "operationKnown",
                        config.keepOperations(),
                        "An operation that comes again is DUPLICATE for so long"),
                Limit.seconds(
                        "operationAhead",
                        PhoneTime.TOLERANCE,
                        "The corrected time of an operation may lie so far after its arrival; beyond that nobody knows when it was done"));
    }
}
