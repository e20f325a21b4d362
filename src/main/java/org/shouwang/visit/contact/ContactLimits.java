package org.shouwang.visit.contact;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;

/** What a contact keeps to. */
@Singleton
class ContactLimits implements KnownLimits {

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit("contactOldestDays", ContactRules.OLDEST_DAYS, "Between a contact and its arrival"),
                Limit.seconds(
                        "contactAhead",
                        ContactRules.CLOCK_TOLERANCE,
                        "A contact may be so far ahead of the server's clock"));
    }
}
