package org.shouwang.staff;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;

/** How long work may come after a post has ended. */
@Singleton
class LateWorkLimits implements KnownLimits {

    @Override
    public List<Limit> limits() {
        return List.of(Limit.days(
                "lateWork", PostsThen.LATE_WORK, "After a post ended, work done before may still arrive for so long"));
    }
}
