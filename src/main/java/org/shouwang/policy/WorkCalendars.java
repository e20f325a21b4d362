package org.shouwang.policy;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;

/** Which days are working days where. Answers come from memory, as those of {@link FollowUpPolicies} do. */
@Singleton
public class WorkCalendars {

    private final Rulebooks rulebooks;
    private final Clock clock;

    WorkCalendars(Rulebooks rulebooks, Clock clock) {
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    /** The national days with those of the nearest area above that adds some; Monday to Friday in years of which nothing is known. */
    public WorkCalendar at(AreaCode area) {
        return rulebooks.current().calendars().at(area, LocalDays.today(clock));
    }
}
