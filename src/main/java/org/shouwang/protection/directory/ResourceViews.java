package org.shouwang.protection.directory;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;

/** Entries as a caller sees them today. */
@Singleton
class ResourceViews {

    private final DirectoryConfig config;
    private final Clock clock;

    ResourceViews(DirectoryConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    ResourceView of(StoredResource stored, Caller caller) {
        boolean due =
                ResourceRules.isRecheckDue(stored.facts().verifiedOn(), config.recheckDays(), LocalDays.today(clock));
        return ResourceView.of(stored, due, caller);
    }
}
