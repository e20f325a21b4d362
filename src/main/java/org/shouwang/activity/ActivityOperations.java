package org.shouwang.activity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;

/** What phones do to activities offline. */
@Singleton
class ActivityOperations {

    @Produces
    @Singleton
    OperationHandler<ActivityForm> record(RecordActivity recordActivity) {
        return OperationType.making(
                        "activity.record",
                        ActivityFeed.KIND,
                        ActivityForm.class,
                        (operation, form, caller) -> recordActivity.record(operation.record(), form, caller))
                .at("startedAt", "endedAt")
                .needing(form -> Stream.concat(Stream.ofNullable(form.homeId()), form.named().stream())
                        .toList());
    }
}
